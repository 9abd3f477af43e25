import { shutdownSignal } from '@nova-act/workflow';
import { runCli } from './run-cli.js';
import { terminalQuestions } from './terminal-questions.js';

const { stdin, stdout, stderr, env, platform } = process;
// Whoever reads may have heard enough, as `head` does.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
/** https://no-color.org: any value but none. */
const mayColor = !env['NO_COLOR'] && env['TERM'] !== 'dumb';
const code = await runCli(process.argv.slice(2), {
  env,
  nodeVersion: process.versions.node,
  platform,
  cwd: process.cwd(),
  // The same from the sources and from what is built of them.
  templates: new URL('../templates/', import.meta.url),
  print: (text) => stdout.write(text),
  printError: (text) => stderr.write(text),
  colors: stdout.isTTY === true && mayColor,
  errorColors: stderr.isTTY === true && mayColor,
  questions: stdin.isTTY === true && stdout.isTTY === true ? terminalQuestions() : undefined,
  async openFile(path) {
    const { default: open } = await import('open');
    await open(path);
  },
  stop: () => shutdownSignal(),
});
// A command that was handed this process has set its own.
if (code !== 0) process.exitCode = code;
