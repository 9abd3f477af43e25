import { shutdownSignal } from '@nova-act/workflow';
import { runCli } from './run-cli.js';

const code = await runCli(process.argv.slice(2), {
  env: process.env,
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
  colors: process.stdout.isTTY === true && !process.env['NO_COLOR'],
  stop: () => shutdownSignal(),
});
// A command that was handed this process has set its own.
if (code !== 0) process.exitCode = code;
