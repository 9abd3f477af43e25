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
/**
 * Nobody answers in continuous integration, though some have a terminal; and a dumb one, or one without a size, shows no
 * choice of lines.
 */
const inCi = !['', '0', 'false', undefined].includes(env['CI']);
const showsLines = stderr.isTTY === true && stderr.columns > 0 && env['TERM'] !== 'dumb';
const mayAsk = stdin.isTTY === true && showsLines && !inCi;
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
  columns: stdout.isTTY === true ? stdout.columns : undefined,
  questions: mayAsk ? terminalQuestions(stderr) : undefined,
  async openFile(path) {
    const { default: open } = await import('open');
    await open(path);
  },
  stop: () => shutdownSignal(),
});
// A command that was handed this process has set its own.
if (code !== 0) process.exitCode = code;
