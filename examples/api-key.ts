// An API key instead of AWS credentials: set NOVA_ACT_API_KEY, or pass `apiKey`.
import { NovaAct } from '@nova-act/core';
import { withWorkflow } from '@nova-act/workflow';
import { exampleService } from './support/example-service.js';

await using service = await exampleService('api-key');
const startingPage = service.gymUrl;

// Without a workflow the session has a run of its own, which ends with it.
{
  await using nova = await NovaAct.start({ startingPage });
  await nova.act('Click the link Planets');
  console.log('alone:', await nova.page.title());
}

// In a workflow say so with `apiKey`: which service a run goes to is never guessed.
const openPlanets = withWorkflow(
  { modelId: 'nova-act-latest', apiKey: process.env['NOVA_ACT_API_KEY'] ?? '' },
  async () => {
    await using nova = await NovaAct.start({ startingPage });
    await nova.act('Click the link Planets');
    return await nova.page.title();
  },
);
console.log('in a workflow:', await openPlanets());
