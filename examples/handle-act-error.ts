// What can go wrong in an act, told apart by class. The run is FAILED only if you let the error out.
import {
  ActAgentError,
  ActClientError,
  ActError,
  ActServerError,
  ActTimeoutError,
  NovaAct,
} from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

const stopped = new AbortController();
process.once('SIGINT', () => stopped.abort(new Error('Stopped by hand')));

const findVulcan = withWorkflow(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  () =>
    NovaAct.use({ startingPage: `${service.gymUrl}/planets` }, async (nova) => {
      try {
        await nova.act('Click the link Vulcan', {
          maxSteps: 10,
          timeoutMs: 60_000,
          // Before each look at the page, for what is animated at length.
          observationDelayMs: 50,
          // The act ends when this is aborted, and the session lives on.
          signal: stopped.signal,
        });
        return 'found';
      } catch (error) {
        if (!(error instanceof ActError)) throw error;
        return explain(error);
      }
    }),
);

function explain(error: ActError): string {
  const steps = `steps executed: ${error.metadata?.numStepsExecuted ?? 0}`;
  if (error instanceof ActAgentError) return `The agent could not do it (${error.code}, ${steps}).`;
  if (error instanceof ActTimeoutError) return `There was not enough time (${steps}).`;
  if (error instanceof ActClientError) return `Refused: ${error.code}, request ${error.requestId}`;
  if (error instanceof ActServerError) return `The service failed: ${error.code}`;
  return `${error.name}: ${error.message}`;
}

console.log(await findVulcan());
await service.stop();
