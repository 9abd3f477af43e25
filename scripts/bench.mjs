// `npm run bench` lists the benchmarks, `npm run bench -- <name> [arguments]` runs one,
// `npm run bench -- all` runs them one after the other.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireNode } from './setup/check-node.mjs';

requireNode();
const { ROOT } = await import('./setup/places.mjs');
const { setUpOrExit } = await import('./setup/set-up.mjs');
const { runProgram } = await import('./run-program.mjs');

const FOLDER = join(ROOT, 'scripts', 'bench');
const isBenchmark = (name) => {
  // Each says at its head how it is run; other files are parts that several share.
  const head = readFileSync(join(FOLDER, `${name}.ts`), 'utf8').slice(0, 1_000);
  return head.includes(`npm run bench -- ${name}`);
};
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .filter(isBenchmark);
const [name, ...args] = process.argv.slice(2);

if (name === undefined) {
  console.log(`Benchmarks: ${names.join(', ')}\nRun one: npm run bench -- ${names[0]}`);
} else if (name !== 'all' && !names.includes(name)) {
  console.error(`There is no benchmark "${name}". There are: ${names.join(', ')}, all.`);
  process.exitCode = 1;
} else {
  const { env } = await setUpOrExit();
  for (const each of name === 'all' ? names : [name]) {
    if (name === 'all') console.log(`\n== ${each}`);
    const code = await runProgram(join(FOLDER, `${each}.ts`), args, env);
    if (code !== 0) process.exitCode = code;
  }
}
