// Workflow as a resource: `Workflow.run` around a function, or `await using` around a block.
import { NovaAct } from '@nova-act/core';
import { Workflow } from '@nova-act/workflow';
import { exampleService } from './support/example-service.js';

await using service = await exampleService();
const options = { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' };
const startingPage = `${service.gymUrl}/planets`;

// The run is SUCCEEDED when the function resolves and FAILED when it rejects.
const title = await Workflow.run(options, async () => {
  await using nova = await NovaAct.start({ startingPage });
  await nova.act('Click the link Mars');
  return await nova.page.title();
});
console.log('run:', title);

// With `await using` say when it went well: a block left in any other way is FAILED.
{
  await using workflow = await Workflow.start(options);
  await using nova = await NovaAct.start({ startingPage, workflow });
  await nova.act('Click the link Venus');
  console.log('using:', await nova.page.title());
  await nova.stop();
  await workflow.succeed();
}
