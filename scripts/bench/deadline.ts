// How long after an abort an act, a start or a workflow rejects: `npm run bench -- deadline [rounds]`.
// Ends with 1 when a median is above the 250 ms that are promised.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NovaAct, tool } from '@nova-act/core';
import { type ScriptedProgram, scriptedModel, startLocalService } from '@nova-act/local';
import { Workflow } from '@nova-act/workflow';
import { median, quantile, table } from './statistics.js';

const PROMISED_MS = 250;
const rounds = Number(process.argv[2] ?? 10);
const BOX = '<box>0,0,100,200</box>';
const BLOCKING = `<!doctype html><button style="position:absolute;top:0;left:0;width:200px;height:100px"
  onclick="const end=Date.now()+2000;while(Date.now()<end);">block</button>`;

let program: ScriptedProgram = [];
await using service = await startLocalService({ model: scriptedModel(() => program) });
const pages = createServer((request, response) => {
  if (request.url === '/silent') return;
  response.setHeader('content-type', 'text/html');
  response.end(BLOCKING);
});
pages.listen(0, '127.0.0.1');
await once(pages, 'listening');
const url = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;

const hang = tool({
  name: 'hang',
  description: 'Never settles.',
  inputSchema: { type: 'object' },
  execute: () => new Promise(() => {}),
});

const stages: Record<string, () => void> = {
  'a model call on a silent socket': () => {
    service.faults.add({ kind: 'silent', operation: 'InvokeActStep' });
  },
  'a tool that never settles': () => {
    program = [{ name: 'hang', input: {} }];
  },
  'a page whose main thread is blocked': () => {
    program = [['agentClick', BOX]];
  },
  'a navigation that never commits': () => {
    program = [['goToUrl', `${url}/silent`]];
  },
};

/** Milliseconds from the abort to the rejection. */
async function oneRound(arrange: () => void, source: 'act' | 'workflow'): Promise<number> {
  const abort = new AbortController();
  const { signal } = abort;
  let abortedMs = 0;
  let lateMs = 0;
  const timer = () =>
    setTimeout(() => {
      abortedMs = performance.now();
      abort.abort();
    }, 700);
  service.faults.clear();
  arrange();
  const { credentials } = service;
  const endpointUrl = service.url;
  const options = { workflowDefinitionName: 'bench', credentials, endpointUrl };
  const running = Workflow.run(
    source === 'workflow' ? { ...options, signal } : options,
    async () => {
      await using nova = await NovaAct.start({ headless: true, startingPage: url, tools: [hang] });
      timer();
      await nova.act('go', source === 'act' ? { signal } : {}).catch((error) => {
        lateMs = performance.now() - abortedMs;
        throw error;
      });
    },
  );
  await running.catch(() => undefined);
  return source === 'workflow' ? performance.now() - abortedMs : lateMs;
}

const rows: string[][] = [];
let kept = true;
for (const [stage, arrange] of Object.entries(stages)) {
  for (const source of ['act', 'workflow'] as const) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) times.push(await oneRound(arrange, source));
    kept &&= median(times) <= PROMISED_MS;
    const figures = [median(times), quantile(times, 0.9), Math.max(...times)];
    rows.push([stage, source, ...figures.map((ms) => ms.toFixed(0))]);
  }
}
console.log(`Milliseconds from an abort to the rejection, ${rounds} rounds each\n`);
console.log(table(['while it waits for', 'signal of the', 'median', 'p90', 'max'], rows));
pages.closeAllConnections();
pages.close();
if (!kept) process.exitCode = 1;
