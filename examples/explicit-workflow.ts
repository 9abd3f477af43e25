// The workflow passed explicitly to helpers that run at the same time: both act in one run.
import { NovaAct } from '@nova-act/core';
import { Workflow } from '@nova-act/workflow';
import { exampleService } from './support/example-service.js';

await using service = await exampleService();

async function titleOf(workflow: Workflow, planet: string): Promise<string> {
  await using nova = await NovaAct.start({
    workflow,
    startingPage: `${service.gymUrl}/planets`,
  });
  await nova.act(`Click the link ${planet}`);
  return await nova.page.title();
}

const titles = await Workflow.run(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  (workflow) => Promise.all([titleOf(workflow, 'Mars'), titleOf(workflow, 'Venus')]),
);
console.log(titles.join('\n'));
