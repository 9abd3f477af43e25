// What a start costs: a session of this library beside Playwright's own launch and new page, and a
// session in a browser that is shared beside a new context in a live one:
//   npm run bench -- start [--runs 15]
import { parseArgs } from 'node:util';
import { sharedBrowser } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { chromium } from 'playwright';
import { launchOptions } from '../../test/support/chromium.js';
import { startRun, startSession } from './session/bench-run.js';
import { median, medianAndP90, table } from './statistics.js';

const { values: options } = parseArgs({ options: { runs: { type: 'string', default: '15' } } });
const runs = Number(options.runs);
const viewport = { width: 1600, height: 813 };

await using service = await startLocalService();
const workflow = await startRun(service);

const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> => {
  const startMs = performance.now();
  const value = await work();
  return { ms: performance.now() - startMs, value };
};

const ways = {
  'Playwright: launch, context, page': async () => {
    const { ms, value: browser } = await timed(async () => {
      const launched = await chromium.launch(launchOptions);
      const page = await (await launched.newContext({ viewport })).newPage();
      await page.goto('about:blank');
      return launched;
    });
    await browser.close();
    return ms;
  },
  'NovaAct.start': async () => {
    const { ms, value: nova } = await timed(() => startSession(workflow));
    await nova.stop();
    return ms;
  },
  'Playwright: context, page in a live browser': async () => {
    const browser = await chromium.launch(launchOptions);
    await browser.newPage();
    const { ms } = await timed(async () => {
      const page = await (await browser.newContext({ viewport })).newPage();
      await page.goto('about:blank');
    });
    await browser.close();
    return ms;
  },
  'NovaAct.start in a live shared browser': async () => {
    const browser = sharedBrowser();
    const first = await startSession(workflow, { browser });
    const { ms, value: second } = await timed(() => startSession(workflow, { browser }));
    await Promise.all([first.stop(), second.stop()]);
    return ms;
  },
};

const taken = Object.fromEntries(Object.keys(ways).map((name) => [name, [] as number[]]));
for (let turn = 0; turn <= runs; turn += 1) {
  for (const [name, way] of Object.entries(ways)) {
    const ms = await way();
    if (turn > 0) taken[name]?.push(ms);
  }
}

await workflow.succeed();

const [launch = [], own = [], live = [], shared = []] = Object.values(taken);
const names = Object.keys(ways);
console.log(`A start in ms, median (p90) of ${runs}\n`);
console.log(
  table(
    ['', 'ms', 'ratio'],
    [launch, own, live, shared].map((values, at) => [
      names[at] ?? '',
      medianAndP90(values),
      at % 2 === 0 ? '1' : (median(values) / median(at === 1 ? launch : live)).toFixed(2),
    ]),
  ),
);
