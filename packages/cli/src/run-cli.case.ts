import { runCli } from './run-cli.js';

/** Runs a command line that needs nothing of its surroundings, and gives what it printed. */
export async function runLine(...args: string[]) {
  const printed = { out: '', error: '' };
  const code = await runCli(args, {
    env: {},
    print: (text) => {
      printed.out += text;
    },
    printError: (text) => {
      printed.error += text;
    },
    colors: false,
    stop: () => AbortSignal.abort(new Error('No command is to come that far.')),
  });
  return { code, ...printed };
}
