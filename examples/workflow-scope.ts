// Workflow as a resource: `Workflow.run` around a function, or `await using` around a block.
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { Workflow } from '@nova-act/workflow';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);
const options = { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' };
const startingPage = `${service.gymUrl}/planets`;

// The run is SUCCEEDED when the function resolves and FAILED when it rejects.
const title = await Workflow.run(options, () =>
  NovaAct.use({ startingPage }, async (nova) => {
    await nova.act('Click the link Mars');
    return nova.page.title();
  }),
);
console.log('run:', title);

// With `await using` (Node 24, or TypeScript) say when it went well: a block that is left in any other
// way is FAILED.
{
  await using workflow = await Workflow.start(options);
  await using nova = await NovaAct.start({ startingPage, workflow });
  await nova.act('Click the link Venus');
  console.log('using:', await nova.page.title());
  await nova.stop();
  await workflow.succeed();
}
await service.stop();
