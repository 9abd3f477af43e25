// What `import` costs before the first line of a program runs, each time in a fresh process:
//   npm run bench -- import [--runs 20]
// Ends with 1 above the aim it prints.
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { median, medianAndP90, table } from './statistics.js';

const AIM_MS = 50;
const MEASURED = ['@nova-act/core', '@nova-act/workflow', '@nova-act/local', 'playwright'] as const;

const { values: options } = parseArgs({ options: { runs: { type: 'string', default: '20' } } });
const runs = Number(options.runs);

/** Milliseconds on the clock, and of the processor: the second is the same on a busy machine. */
async function importMs(specifier: string): Promise<{ clock: number; processor: number }> {
  const program = `
    const cpu = process.cpuUsage();
    const start = performance.now();
    await import('${specifier}');
    const clock = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    console.log(JSON.stringify({ clock, processor: (user + system) / 1000 }));
  `;
  const args = ['--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: {} });
  return JSON.parse(stdout) as { clock: number; processor: number };
}

const taken = Object.fromEntries(
  MEASURED.map((name) => [name, [] as { clock: number; processor: number }[]]),
);
// In turns, so that a busy moment is busy for all; the first turn fills the file system's cache.
for (let turn = 0; turn <= runs; turn += 1) {
  for (const name of MEASURED) {
    const ms = await importMs(name);
    if (turn > 0) taken[name]?.push(ms);
  }
}

const clockOf = (name: string) => (taken[name] ?? []).map(({ clock }) => clock);
console.log(`An import in ms, median (p90) of ${runs}, Node ${process.versions.node}\n`);
console.log(
  table(
    ['', 'ms', 'of the processor'],
    MEASURED.map((name) => [
      name,
      medianAndP90(clockOf(name)),
      medianAndP90((taken[name] ?? []).map(({ processor }) => processor)),
    ]),
  ),
);
const core = median(clockOf('@nova-act/core'));
console.log(`\nAim: @nova-act/core under ${AIM_MS} ms.`);
if (!(core < AIM_MS)) process.exitCode = 1;
