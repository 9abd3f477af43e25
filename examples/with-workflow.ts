// withWorkflow: every call of the function is one run on record.
import { NovaAct } from '@nova-act/core';
import { withWorkflow } from '@nova-act/workflow';
import { exampleService } from './support/example-service.js';

await using service = await exampleService();

const describePlanet = withWorkflow(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  async (planet: string) => {
    await using nova = await NovaAct.start({ startingPage: `${service.gymUrl}/planets` });
    await nova.act(`Click the link ${planet}`);
    return await nova.page.title();
  },
);

console.log(await describePlanet('Mars'));
