// How often a request to the service is tried, and how long each try may take.
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

const openPlanets = withWorkflow(
  {
    workflowDefinitionName: 'planets',
    modelId: 'nova-act-latest',
    // Tried again after a time-out, a broken connection, throttling or a 5xx; never after a refusal.
    // The default is 2 attempts of 60 s. More attempts or shorter ones risk being throttled.
    retry: { maxAttempts: 3 },
    requestTimeoutMs: 90_000,
  },
  () =>
    NovaAct.use({ startingPage: service.gymUrl }, async (nova) => {
      await nova.act('Click the link Planets');
      return nova.page.title();
    }),
);

console.log(await openPlanets());
await service.stop();
