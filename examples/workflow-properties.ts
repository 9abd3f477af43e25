// What a workflow knows of itself, before and after its run has started.
import { currentWorkflow, tryCurrentWorkflow, Workflow } from '@nova-act/workflow';
import { exampleService } from './support/example-service.js';

await using _service = await exampleService();

console.log('outside of a run:', tryCurrentWorkflow());

await Workflow.run(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  async (workflow) => {
    console.log('the current one:', currentWorkflow() === workflow);
    console.log('definition:', workflow.workflowDefinitionName);
    console.log('run:', workflow.workflowRunId);
    console.log('aborted:', workflow.signal.aborted);
  },
);
