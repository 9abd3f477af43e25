// `npm run demo`: the flights example in a real browser against the local service, from a fresh
// clone. `npm run demo -- --headed` shows the browser.
import { join } from 'node:path';
import { requireNode } from './setup/check-node.mjs';

requireNode();
const { ROOT } = await import('./setup/places.mjs');
const { setUpOrExit } = await import('./setup/set-up.mjs');
const { programEnv } = await import('./program-env.mjs');
const { runProgram } = await import('./run-program.mjs');

const unknown = process.argv.slice(2).filter((argument) => argument !== '--headed');
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. The demo takes --headed, or nothing.`);
  process.exit(1);
}
const { env } = await setUpOrExit();
const flights = join(ROOT, 'examples', 'flights.ts');
process.exitCode = await runProgram(flights, [], programEnv(env));
