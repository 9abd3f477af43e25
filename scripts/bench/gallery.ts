// How the pages of the gallery come to rest, on a machine that is idle or busy:
//   npm run bench -- gallery [--load 0,2,6] [--cpu 1,4] [--runs 1] [--only REGEXP] [--at-once 1] [--list]
// Each load (busy processes beside) is combined with the processor as it is, and the load 0 with each
// rate of --cpu (a page's threads slowed down by DevTools); `--load= --cpu 4` is the latter alone. "Early": the final content was not there
// at rest. "Late": it was, but settling took over a second more, or did not end by itself within 20 s.
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { startGalleryServer } from '../../test/gallery/settle/gallery-server.js';
import { observeSettle, type SettleOutcome } from '../../test/gallery/settle/observe-settle.js';
import { galleryPages } from '../../test/gallery/settle/pages/index.js';
import type { SettlePage } from '../../test/gallery/settle/settle-page.js';
import { launchOptions } from '../../test/support/chromium.js';
import { busyProcesses } from './gallery/busy-processes.js';
import { conditionsOf, GALLERY_OPTIONS, nameOf } from './gallery/conditions.js';
import { medianAndP90, table } from './statistics.js';

const { values: options } = parseArgs({
  options: {
    ...GALLERY_OPTIONS,
    'at-once': { type: 'string', default: '1' },
    list: { type: 'boolean', default: false },
  },
});
const pages = (await galleryPages()).filter((page) => new RegExp(options.only).test(page.name));
const capMs = 20_000;
const lateAfterMs = 1_000;

type Verdict = 'right' | 'early' | 'late';
const verdictOf = ({ right, reason, lateMs }: SettleOutcome): Verdict => {
  if (!right) return 'early';
  return reason.startsWith('not at rest') || (lateMs ?? 0) > lateAfterMs ? 'late' : 'right';
};

const browser = await chromium.launch(launchOptions);
await using server = await startGalleryServer(pages);
const rows: string[][] = [];
for (const condition of conditionsOf(options)) {
  const { load, cpuRate } = condition;
  const verdicts: Verdict[] = [];
  const lateMs: number[] = [];
  using _busy = busyProcesses(load);
  const queue: SettlePage[] = Array.from({ length: Number(options.runs) }, () => pages).flat();
  const work = async () => {
    for (let page = queue.shift(); page; page = queue.shift()) {
      const outcome = await observeSettle(browser, server.urlOf(page), page, { capMs, cpuRate });
      const verdict = verdictOf(outcome);
      verdicts.push(verdict);
      if (outcome.right && outcome.lateMs !== undefined) lateMs.push(outcome.lateMs);
      if (verdict === 'right' && !options.list) continue;
      const late = outcome.lateMs === undefined ? '' : ` (${Math.round(outcome.lateMs)} ms late)`;
      console.log(`${verdict} ${load}/${cpuRate}: ${page.name}: ${outcome.reason}${late}`);
    }
  };
  await Promise.all(Array.from({ length: Number(options['at-once']) }, work));
  const count = (of: Verdict) => `${verdicts.filter((one) => one === of).length}`;
  rows.push([
    nameOf(condition),
    count('right'),
    count('early'),
    count('late'),
    medianAndP90(lateMs),
  ]);
}
await browser.close();
console.log(`\n${pages.length} pages, ${options.runs} times\n`);
console.log(table(['beside', 'right', 'early', 'late', 'ms after the last change'], rows));
