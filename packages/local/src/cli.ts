import { followNpx } from './cli/follow-npx.js';
import { runCli } from './cli/run-cli.js';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stop.abort(new Error(signal)));
followNpx(process.env, () => process.kill(process.pid, 'SIGTERM'));

const end = await runCli(process.argv.slice(2), {
  env: process.env,
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
  stop: stop.signal,
  windows: process.platform === 'win32',
});
if (typeof end === 'number') process.exitCode = end;
else {
  // Whoever started this is to see how the program ended.
  process.removeAllListeners(end);
  process.kill(process.pid, end);
}
