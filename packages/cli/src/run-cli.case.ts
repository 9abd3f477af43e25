import type { Surroundings } from './arguments/surroundings.js';
import { runCli } from './run-cli.js';

/** Runs a command line in surroundings where there is nothing but what is given, and gives what it printed. */
export async function runIn(given: Partial<Surroundings>, ...args: string[]) {
  const printed = { out: '', error: '' };
  const code = await runCli(args, {
    env: {},
    cwd: '/nowhere',
    nodeVersion: '22.12.0',
    platform: 'linux',
    templates: new URL('../templates/', import.meta.url),
    print: (text) => {
      printed.out += text;
    },
    printError: (text) => {
      printed.error += text;
    },
    colors: false,
    errorColors: false,
    questions: undefined,
    openFile: () => Promise.reject(new Error('Nothing is to be opened.')),
    stop: () => AbortSignal.abort(new Error('No command is to come that far.')),
    ...given,
  });
  return { code, ...printed };
}

/** Runs a command line that needs nothing of its surroundings. */
export const runLine = (...args: string[]) => runIn({}, ...args);
