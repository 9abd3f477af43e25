// What a workflow knows of itself, before and after its run has started.
import { startLocalService } from '@nova-act/local';
import { currentWorkflow, tryCurrentWorkflow, Workflow } from '@nova-act/workflow';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

console.log('outside of a run:', tryCurrentWorkflow());

await Workflow.run(
  {
    workflowDefinitionName: 'planets',
    modelId: 'nova-act-latest',
    // Of CloudWatch, for what the service logs of the run.
    logGroupName: '/nova-act/planets',
  },
  async (workflow) => {
    console.log('the current one:', currentWorkflow() === workflow);
    console.log('definition:', workflow.workflowDefinitionName);
    console.log('run:', workflow.workflowRunId);
    console.log('aborted:', workflow.signal.aborted);
  },
);
await service.stop();
