// Whether hands do right on a machine that is idle or busy: the galleries of actions and of real widgets,
// which are tests, played by Vitest once in each condition and run:
//   npm run bench -- hands [--load 0,2,6] [--cpu 1,4] [--runs 1] [--only REGEXP]
// Each load (busy processes beside) is combined with the processor as it is, and the load 0 with each
// rate of --cpu (a page's threads slowed down by DevTools); `--load= --cpu 4` is the latter alone.
import { parseArgs } from 'node:util';
import { busyProcesses } from './gallery/busy-processes.js';
import { conditionsOf, GALLERY_OPTIONS, nameOf } from './gallery/conditions.js';
import { playTests } from './gallery/play-tests.js';
import { table } from './statistics.js';

const { values: options } = parseArgs({ options: GALLERY_OPTIONS });
const galleries = ['actions/gallery', 'libraries/libraries'].map(
  (name) => `test/gallery/${name}.test.ts`,
);

const rows: string[][] = [];
for (const condition of conditionsOf(options)) {
  let right = 0;
  let wrong = 0;
  using _busy = busyProcesses(condition.load);
  process.env.NOVA_ACT_TEST_CPU_RATE = `${condition.cpuRate}`;
  for (let run = 0; run < Number(options.runs); run++) {
    const { passed, failed } = await playTests(galleries, options.only);
    right += passed.length;
    wrong += failed.length;
    for (const { name, why } of failed) console.log(`wrong ${nameOf(condition)}: ${name}: ${why}`);
  }
  rows.push([nameOf(condition), `${right}`, `${wrong}`]);
}
console.log(`\n${options.runs} times\n`);
console.log(table(['beside', 'right', 'wrong'], rows));
