// withWorkflow: every call of the function is one run on record.
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

const describePlanet = withWorkflow(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  (planet: string) =>
    NovaAct.use({ startingPage: `${service.gymUrl}/planets` }, async (nova) => {
      await nova.act(`Click the link ${planet}`);
      return nova.page.title();
    }),
);

console.log(await describePlanet('Mars'));
await service.stop();
