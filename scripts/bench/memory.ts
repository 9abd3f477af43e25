// What an act of 7 steps costs when it is played from memory, beside the same act by a model that thinks for
// 1.5 s a step, and beside a Playwright script of the same clicks, written by hand with its own waits:
//   npm run bench -- memory [--runs 10] [--think 1500] [--timeline]
// `--timeline` prints in the end what one more play asks of the browser, and when.
// (`footprint` is what sessions take of the machine's memory.)
import { parseArgs } from 'node:util';
import { NovaAct } from '@nova-act/core';
import { scriptedModel, startLocalService } from '@nova-act/local';
import type { Page } from 'playwright';
import { chromium } from '../../test/support/chromium.js';
import { TestMemory } from '../../test/support/test-memory.js';
import { startRun } from './session/bench-run.js';
import { Timeline } from './session/timeline.js';
import { median, medianAndP90, table } from './statistics.js';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    think: { type: 'string', default: '1500' },
    timeline: { type: 'boolean', default: false },
  },
});
const runs = Number(options.runs);
const thinkMs = Number(options.think);

const PROMPT =
  'Search for “Mug”, open the Red Mug, add 2 to the cart and go to the checkout as “Ann Onym”';
type Deed = [
  kind: 'click' | 'type',
  find: (page: Page) => ReturnType<Page['locator']>,
  text?: string,
];
const WAY: Deed[] = [
  ['type', (page) => page.getByRole('searchbox', { name: 'Search products' }), 'Mug'],
  ['click', (page) => page.getByRole('button', { name: 'Apply' })],
  ['click', (page) => page.getByRole('link', { name: 'Red Mug' })],
  ['type', (page) => page.getByRole('spinbutton', { name: 'Quantity' }), '2'],
  ['click', (page) => page.getByRole('button', { name: 'Add to cart' })],
  ['click', (page) => page.getByRole('link', { name: 'Checkout' })],
  ['type', (page) => page.getByRole('textbox', { name: 'Full name' }), 'Ann Onym'],
];

const memory = new TestMemory();
let asked = 0;
await using service = await startLocalService({
  model: scriptedModel(async ({ step }) => {
    asked += 1;
    await new Promise((resolve) => setTimeout(resolve, thinkMs));
    const [kind, find, text = ''] = WAY[step - 1] ?? [];
    if (!kind || !find) return ['return'];
    const box = await find(nova.page).boundingBox();
    if (!box) throw new Error(`step ${step} is not on the page`);
    const { x, y, width, height } = box;
    const tagged = `<box>${[y, x, y + height, x + width].map(Math.round)}</box>`;
    const call =
      kind === 'click' ? (['agentClick', tagged] as const) : (['agentType', text, tagged] as const);
    return [call, 'waitForPageToSettle', 'takeObservation'];
  }),
});
const workflow = await startRun(service);
await using nova = await NovaAct.start({
  ...chromium(),
  workflow,
  memory,
  startingPage: 'about:blank',
});
const shop = `${service.gymUrl}/shop`;

const ways: Record<string, () => Promise<unknown>> = {
  'Playwright, by hand': async () => {
    for (const [kind, find, text = ''] of WAY) {
      if (kind === 'click') await find(nova.page).click();
      else await find(nova.page).fill(text);
    }
  },
  'played from memory': () => nova.act(PROMPT, { memory: 'only' }),
  [`by a model of ${thinkMs} ms a step`]: () => nova.act(PROMPT, { memory: 'record' }),
};

await nova.goToUrl(shop);
await ways[`by a model of ${thinkMs} ms a step`]?.();
if (memory.newest?.open !== undefined) throw new Error(memory.newest.open);
const taken = Object.keys(ways).map((): number[] => []);
let askedPlaying = 0;
for (let run = 0; run <= runs; run += 1) {
  for (const [at, [name, way]] of Object.entries(ways).entries()) {
    await nova.page.context().clearCookies();
    await nova.goToUrl(shop);
    const before = asked;
    const startMs = performance.now();
    await way();
    const ms = performance.now() - startMs;
    if ((await nova.page.getByRole('textbox', { name: 'Full name' }).inputValue()) !== 'Ann Onym') {
      throw new Error(`${name} did not come to the end`);
    }
    if (at === 1) askedPlaying += asked - before;
    // The first run warms everything up.
    if (run > 0) taken[at]?.push(ms);
  }
  console.error(
    `run ${run} of ${runs}: ${taken.map((values) => Math.round(values.at(-1) ?? 0))} ms`,
  );
}
if (options.timeline) {
  await nova.page.context().clearCookies();
  await nova.goToUrl(shop);
  const timeline = await Timeline.of(nova.page);
  await ways['played from memory']?.();
  console.log(`${timeline.print()}\n`);
}
await workflow.succeed();

const floor = median(taken[0] ?? []);
console.log(`An act of ${WAY.length} steps in ms, median (p90) of ${runs}\n`);
console.log(
  table(
    ['', 'ms', 'ratio'],
    taken.map((values, at) => [
      Object.keys(ways)[at] ?? '',
      medianAndP90(values),
      (median(values) / floor).toFixed(2),
    ]),
  ),
);
console.log(`\nRequests for steps while it was played: ${askedPlaying}`);
