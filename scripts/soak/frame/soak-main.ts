import { parseArgs } from 'node:util';
import { runSoak } from './run-soak.js';
import { isClean, type Soak } from './soak.js';

const MAX_SHOWN = 5;

/** A soak as a program: reads the arguments, runs it, prints the counts, exits 1 when one is not 0. */
export async function soakMain<Case>(soak: Soak<Case>, argv = process.argv.slice(2)) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(helpFor(soak));
    return;
  }
  const count = wholeNumber('count', positionals[0] ?? String(soak.defaultCount));
  const seed = wholeNumber('--seed', values.seed ?? String(Date.now() % 1_000_000));
  const only = values.only === undefined ? undefined : wholeNumber('--only', values.only);
  const { name, noun } = soak;
  console.log(only === undefined ? `${count} ${noun} of seed ${seed}` : `${noun}: only ${only}`);

  let shown = 0;
  const report = await runSoak(soak, {
    count,
    seed,
    only,
    onFailure: (failure) => {
      if (shown++ >= MAX_SHOWN) return;
      console.log(`\n${failure.kind.toUpperCase()} npm run soak -- ${name} --only ${failure.seed}`);
      console.log(failure.shown);
      for (const finding of failure.findings) console.log(`  ${finding}`);
    },
    onProgress: (done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${count} `);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\r');

  const rows: [string, number][] = [
    [noun, report.cases],
    ...Object.entries(report.tallies).sort(([a], [b]) => a.localeCompare(b)),
    ['wrong', report.wrong],
    ['hangs', report.hangs],
    ['left over', report.leftOver.length],
    ['unhandled rejections', report.unhandled.length],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  for (const [label, value] of rows) console.log(`${label.padEnd(width)}  ${value}`);
  for (const left of report.leftOver.slice(0, MAX_SHOWN)) console.log(`left over: ${left}`);
  for (const error of report.unhandled.slice(0, MAX_SHOWN)) console.log('unhandled:', error);
  console.log(`in ${(report.ms / 1_000).toFixed(1)} s`);
  // A hang may keep the process alive for ever.
  process.exit(isClean(report) ? 0 : 1);
}

function wholeNumber(what: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  console.error(`${what} is "${text}", which is no whole number.`);
  return process.exit(1);
}

const helpFor = ({
  name,
  noun,
  defaultCount,
}: Pick<Soak<unknown>, 'name' | 'noun' | 'defaultCount'>) => `
npm run soak -- ${name} [count] [--seed n]   runs count ${noun} (${defaultCount}), those of a seed always the same
npm run soak -- ${name} --only <seed>        runs one alone, as a failure printed it

Prints each failure with its seed, then the counts; exits 1 unless wrong, hangs, left over and
unhandled rejections are all 0.
`;
