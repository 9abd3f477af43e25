// Finds flights in a real browser and brings back the cheapest as a typed object; shows each step as
// it happens and keeps an HTML trace of every act.
import { NovaAct, progressReporter } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { currentWorkflow, withWorkflow } from '@nova-act/workflow';
import { z } from 'zod';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

const Flight = z.object({
  airline: z.string(),
  flight: z.string(),
  departs: z.string(),
  arrives: z.string(),
  price: z.number().describe('In US dollars'),
});

const sessionOptions = {
  startingPage: `${service.gymUrl}/next-dot`,
  logsDirectory: './logs',
  onEvent: progressReporter({
    write: (line) => console.log(line),
    colors: process.stdout.isTTY,
  }),
};

const cheapestFlight = withWorkflow(
  { workflowDefinitionName: 'flights', modelId: 'nova-act-latest' },
  (from: string, to: string, date: string) =>
    NovaAct.use(sessionOptions, async (nova) => {
      const search = await nova.act(`Find flights from ${from} to ${to} on ${date}`);
      const answer = await nova.actGet('Return the cheapest flight', { schema: Flight });
      return {
        flight: answer.parsed,
        traces: [search.metadata.tracePath, answer.metadata.tracePath],
        runId: currentWorkflow().workflowRunId,
      };
    }),
);

const { flight, traces, runId } = await cheapestFlight('Boston', 'Wolf', 'Feb 22nd');
console.log(JSON.stringify(flight, null, 2));
for (const trace of traces) console.log(`trace ${trace}`);
// The function has returned: the service has the run on record as succeeded.
console.log(`run ${runId} SUCCEEDED`);
await service.stop();
