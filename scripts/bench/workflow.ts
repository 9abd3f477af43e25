// What a workflow costs beyond its two requests: `npm run bench -- workflow [rounds]`.
// Ends with 1 above the aims it prints.
import { readConfig } from '@nova-act/core/runtime';
import { createLocalService, scriptedModel } from '@nova-act/local';
import {
  joinWorkflow,
  tryCurrentWorkflow,
  Workflow,
  type WorkflowOptions,
  withWorkflow,
} from '@nova-act/workflow';

const aims = { withWorkflowUs: 50, tryCurrentWorkflowNs: 100, joinWorkflowMs: 5 };
const rounds = Number(process.argv[2] ?? 2_000);
const LOOKUPS = 1_000_000;

const service = createLocalService({ model: scriptedModel([]) });
const RUN = '11111111-1111-4111-8111-111111111111';

/** Answers at once, so that what is measured is this side of the wire. */
const instant: typeof fetch = async (_url, init) =>
  new Response(
    init?.method === 'PUT' && String(init.body).includes('clientToken')
      ? `{"workflowRunId":"${RUN}","status":"RUNNING"}`
      : '{}',
  );

/** With an API key: signing takes hundreds of microseconds on other threads, and is not the workflow's. */
function options(fetch: typeof globalThis.fetch): WorkflowOptions {
  const given = { apiKey: service.apiKey, endpointUrl: 'http://127.0.0.1/agent' };
  return Object.assign(given, { fetch, config: readConfig({}) });
}

/** The median time of each in microseconds, taken in turns so that a busy machine is busy for all. */
async function mediansUs(...works: (() => Promise<unknown>)[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, work] of works.entries()) {
      const startMs = performance.now();
      await work();
      times[i]?.push((performance.now() - startMs) * 1_000);
    }
  }
  return times.map((each) => each.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN);
}

/** The two requests that every run makes, without a workflow around them. */
async function twoRequests(): Promise<void> {
  const { service: client } = new Workflow(options(instant));
  const path = { workflowDefinitionName: 'default', workflowRunId: RUN };
  await client.createWorkflowRun({ workflowDefinitionName: 'default', modelId: 'nova-act-latest' });
  await client.updateWorkflowRun({ ...path, status: 'SUCCEEDED' });
}

const main = withWorkflow(options(instant), async () => 1);
// Once to warm the code up.
await mediansUs(twoRequests, main);
const [plainUs = Number.NaN, workflowUs = Number.NaN] = await mediansUs(twoRequests, main);

const lookupNs = await Workflow.run(options(instant), () => {
  let found = 0;
  const startMs = performance.now();
  for (let i = 0; i < LOOKUPS; i += 1) if (tryCurrentWorkflow()) found += 1;
  if (found !== LOOKUPS) throw new Error('the context was lost');
  return ((performance.now() - startMs) * 1e6) / LOOKUPS;
});

const [joinUs = Number.NaN] = await Workflow.run(options(service.fetch), (workflow) => {
  const handoff = JSON.stringify(workflow.handoff());
  return mediansUs(() => joinWorkflow(handoff, async () => 1, options(service.fetch)));
});

const beyondUs = workflowUs - plainUs;
const rows: [string, number, number, string][] = [
  ['withWorkflow beyond its two requests', beyondUs, aims.withWorkflowUs, 'µs'],
  ['tryCurrentWorkflow', lookupNs, aims.tryCurrentWorkflowNs, 'ns'],
  ['joinWorkflow, its request included', joinUs / 1_000, aims.joinWorkflowMs, 'ms'],
];
console.log(`Medians of ${rounds} rounds, Node ${process.versions.node}`);
for (const [what, value, aim, unit] of rows) {
  console.log(
    `${what.padEnd(40)} ${value.toFixed(2).padStart(9)} ${unit}  (aim: under ${aim} ${unit})`,
  );
}
if (rows.some(([, value, aim]) => !(value < aim))) process.exitCode = 1;
