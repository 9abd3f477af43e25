// What several sessions at a time take of memory, each on a page of its own:
//   npm run bench -- footprint [--sessions 8] [--runs 3]
import { parseArgs } from 'node:util';
import { type NovaActOptions, sharedBrowser } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { startRun, startSession } from './session/bench-run.js';
import { childrenMemoryMb } from './session/process-memory.js';
import { median, table } from './statistics.js';

const { values: options } = parseArgs({
  options: {
    sessions: { type: 'string', default: '8' },
    runs: { type: 'string', default: '3' },
  },
});
const sessions = Number(options.sessions);
const runs = Number(options.runs);

if (process.platform !== 'linux') {
  console.log(`Left out: memory is read from /proc, which ${process.platform} does not have.`);
  process.exit(0);
}

await using service = await startLocalService();
const workflow = await startRun(service);

/** Opens the sessions one after the other, and weighs them once all pages are there. */
async function weigh(each: () => NovaActOptions): Promise<number> {
  const before = await childrenMemoryMb();
  const open = [];
  for (let n = 0; n < sessions; n += 1) {
    open.push(
      await startSession(workflow, { ...each(), startingPage: `${service.gymUrl}/planets` }),
    );
  }
  const megabytes = (await childrenMemoryMb()) - before;
  await Promise.all(open.map((nova) => nova.stop()));
  return megabytes;
}

const own: number[] = [];
const shared: number[] = [];
for (let run = 0; run < runs; run += 1) {
  own.push(await weigh(() => ({})));
  const browser = sharedBrowser();
  shared.push(await weigh(() => ({ browser })));
}
await workflow.succeed();

const mb = (values: number[]) => Math.round(median(values)).toLocaleString('en');
console.log(`${sessions} sessions, proportional set size of their browsers, median of ${runs}\n`);
console.log(
  table(
    ['', 'MB', 'ratio'],
    [
      ['a browser each', mb(own), '1'],
      ['one shared browser', mb(shared), (median(shared) / median(own)).toFixed(2)],
    ],
  ),
);
