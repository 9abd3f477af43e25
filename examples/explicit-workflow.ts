// The workflow passed explicitly to helpers that run at the same time: both act in one run.
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { Workflow } from '@nova-act/workflow';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

function titleOf(workflow: Workflow, planet: string): Promise<string> {
  const options = { workflow, startingPage: `${service.gymUrl}/planets` };
  return NovaAct.use(options, async (nova) => {
    await nova.act(`Click the link ${planet}`);
    return nova.page.title();
  });
}

const titles = await Workflow.run(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  (workflow) => Promise.all([titleOf(workflow, 'Mars'), titleOf(workflow, 'Venus')]),
);
console.log(titles.join('\n'));
await service.stop();
