// How often a request to the service is tried, and how long each try may take.
import { NovaAct } from '@nova-act/core';
import { withWorkflow } from '@nova-act/workflow';
import { exampleService } from './support/example-service.js';

await using service = await exampleService();

const openPlanets = withWorkflow(
  {
    workflowDefinitionName: 'planets',
    modelId: 'nova-act-latest',
    // Tried again after a time-out, a broken connection, throttling or a 5xx; never after a refusal.
    // The default is 2 attempts of 60 s. More attempts or shorter ones risk being throttled.
    retry: { maxAttempts: 3 },
    requestTimeoutMs: 90_000,
  },
  async () => {
    await using nova = await NovaAct.start({ startingPage: service.gymUrl });
    await nova.act('Click the link Planets');
    return await nova.page.title();
  },
);

console.log(await openPlanets());
