// What one step costs, from the model's answer to the arrival of the next observation:
//   npm run bench -- step [--runs 20] [--slow-every 1] [--think 1000] [--only TEXT] [--without python,polling]
// Each run goes through all ways in turn, so that a slow moment of the machine is everybody's; with
// --slow-every 4 the slow ways (polling, Python) take part in every fourth run.
import { parseArgs } from 'node:util';
import { startLocalService } from '@nova-act/local';
import { startGalleryServer } from '../../test/gallery/settle/gallery-server.js';
import { median, medianAndP90, table } from './statistics.js';
import { floorWay } from './step/floor-way.js';
import { novaActWay } from './step/nova-act-way.js';
import { pictureCheck } from './step/picture-check.js';
import { pythonWay } from './step/python-way.js';
import { makeStepPages } from './step/step-pages.js';
import { stopwatchModel } from './step/stopwatch-model.js';
import type { Measurement, Way } from './step/way.js';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    'slow-every': { type: 'string', default: '1' },
    think: { type: 'string', default: '1000' },
    only: { type: 'string', default: '' },
    without: { type: 'string', default: '' },
  },
});
const runs = Number(options.runs);
const slowEvery = Number(options['slow-every']);
const thinkMs = Number(options.think);
const without = options.without.split(',');
const stepPages = await makeStepPages();
const pages = stepPages.filter((page) => page.name.includes(options.only));

const model = stopwatchModel(thinkMs);
await using service = await startLocalService({ model });
await using server = await startGalleryServer(stepPages);
await using check = await pictureCheck();
await using ours = await novaActWay('Nova Act TS', 'events', service, model);
await using floor = await floorWay(thinkMs);
await using polling = without.includes('polling')
  ? undefined
  : await novaActWay('TS, polling', 'polling', service, model);
const found = without.includes('python') ? 'not asked for' : await pythonWay(service, model);
await using python = typeof found === 'string' ? undefined : found;
if (typeof found === 'string') console.log(`Python SDK left out: ${found}.`);
const others: Way[] = [polling, python].filter((way) => way !== undefined);
const ways: Way[] = [ours, floor, ...others];

const taken = new Map<string, (Measurement & { right: boolean })[]>();
const of = (page: string, way: string) => {
  const key = `${page}\n${way}`;
  const list = taken.get(key) ?? [];
  taken.set(key, list);
  return list;
};
for (let run = 0; run <= runs; run += 1) {
  for (const page of pages) {
    for (const way of ways) {
      if (others.includes(way) && run % slowEvery !== 0) continue;
      // It would look between two documents, where Chromium may never answer.
      if (way === floor && page.navigates) continue;
      const measured = await way.measure(server.urlOf(page), page.types);
      const right = !page.hasFlag || (await check.isFlagUp(measured.screenshotBase64));
      // The first run warms everything up.
      if (run > 0) of(page.name, way.name).push({ ...measured, right });
    }
  }
  if (run > 0) console.error(`run ${run} of ${runs}`);
}

const durations = (page: string, way: string) => of(page, way).map((one) => one.durationMs);
const share = (page: string, way: string) => {
  const all = of(page, way);
  if (all.length === 0) return '–';
  return `${Math.round((100 * all.filter((one) => one.right).length) / all.length)} %`;
};
const ratio = (of: number, to: number, digits: number) =>
  Number.isNaN(of / to) ? '–' : (of / to).toFixed(digits);
const slowRuns = Math.floor(runs / slowEvery);
const counts = slowRuns === runs ? `${runs} runs` : `${runs} runs (${slowRuns} of the slow ways)`;
console.log(`\nA step in ms, median (p90) of ${counts}; and the share of right observations\n`);
const head = ['page', ...ways.flatMap((way) => [way.name, 'right'])];
console.log(
  table(
    head,
    pages.map(({ name }) => [
      name,
      ...ways.flatMap((way) => [medianAndP90(durations(name, way.name)), share(name, way.name)]),
    ]),
  ),
);
console.log(
  '\nRatios of medians, and how long after the last visible change our observation arrived\n',
);
console.log(
  table(
    [
      'page',
      `${ours.name} / floor`,
      ...others.map((way) => `${way.name} / ${ours.name}`),
      'late, ms',
    ],
    pages.map(({ name }) => {
      const mine = median(durations(name, ours.name));
      const late = of(name, ours.name).flatMap((one) => one.lateMs ?? []);
      return [
        name,
        ratio(mine, median(durations(name, floor.name)), 2),
        ...others.map((other) => ratio(median(durations(name, other.name)), mine, 1)),
        late.length > 0 ? medianAndP90(late) : '–',
      ];
    }),
  ),
);
