// `npm run example` lists the examples, `npm run example -- <name>` runs one, offline;
// with `--aws` it uses your own credentials and endpoint instead of the local service, with
// `--headed` it shows the browser.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { requireNode } from './setup/check-node.mjs';

requireNode();
const { ROOT } = await import('./setup/places.mjs');
const { setUpOrExit } = await import('./setup/set-up.mjs');
const { programEnv } = await import('./program-env.mjs');
const { runProgram } = await import('./run-program.mjs');

const names = readdirSync(join(ROOT, 'examples'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));
const [name, ...args] = process.argv.slice(2);

if (name === undefined) {
  console.log(`Examples:\n  ${names.join('\n  ')}\nRun one: npm run example -- ${names[0]}`);
} else if (!names.includes(name)) {
  console.error(`There is no example "${name}". There are: ${names.join(', ')}.`);
  process.exitCode = 1;
} else {
  const { env } = await setUpOrExit();
  const file = join(ROOT, 'examples', `${name}.ts`);
  process.exitCode = await runProgram(file, args, programEnv(env));
}
