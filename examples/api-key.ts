// An API key instead of AWS credentials: set NOVA_ACT_API_KEY, or pass `apiKey`.
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.apiKeyEnv);
const startingPage = service.gymUrl;

// Without a workflow the session has a run of its own, which ends with it.
const openPage = (name: string) =>
  NovaAct.use({ startingPage }, async (nova) => {
    await nova.act(`Click the link ${name}`);
    return nova.page.title();
  });
console.log('alone:', await openPage('Planets'));

// In a workflow say so with `apiKey`: which service a run goes to is never guessed.
const openInRun = withWorkflow(
  { modelId: 'nova-act-latest', apiKey: process.env['NOVA_ACT_API_KEY'] ?? '' },
  openPage,
);
console.log('in a workflow:', await openInRun('Planets'));
await service.stop();
