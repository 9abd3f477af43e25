import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { ValidationError } from '../errors/index.js';
import { plainLine } from '../errors/plain-text.js';
import type { HumanInput, HumanInputContext } from '../human/human-input.js';
import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';

/** Where the person is asked. */
export interface TerminalHumanInputOptions {
  /** Where answers come from. Default: `process.stdin`, which must be a terminal. */
  input?:
    | (Readable & {
        /** Whether it is a terminal, as Node says it of its streams. */
        isTTY?: boolean | undefined;
      })
    | undefined;
  /** Where questions go. Default: `process.stderr`, so that a program's own output stays clean. */
  output?: Writable | undefined;
}

/** Longer questions nobody reads. */
const MAX_MESSAGE = 2_000;

const OPTIONS: KnownOptions = knownOptions<TerminalHumanInputOptions>('terminalHumanInput()', {
  input: true,
  output: true,
});

/**
 * Asks the person at the terminal: `y` approves, Enter says that a takeover of the (visible) browser is
 * done, anything else declines. A question is taken back when the act ends; one that comes while another
 * is open waits for it.
 * @throws ValidationError when standard input is no terminal: nobody could answer.
 */
export function terminalHumanInput(options: TerminalHumanInputOptions = {}): HumanInput {
  refuseUnknown(options, OPTIONS);
  const { input = process.stdin, output = process.stderr } = options;
  if (options.input === undefined && !process.stdin.isTTY) {
    throw new ValidationError('is no terminal, so nobody could answer', {
      field: 'terminalHumanInput().input',
      remedy: 'Run the program in a terminal, pass `input`, or use webHumanInput().',
    });
  }
  let last: Promise<unknown> = Promise.resolve();
  const ask = (question: string, { signal }: HumanInputContext): Promise<string> => {
    const asked = last.then(() => askOne(input, output, question, signal));
    last = asked.catch(() => {});
    return asked;
  };
  return {
    approve: async (message, context) => {
      const answer = await ask(
        `\nThe agent asks: ${plainLine(message, MAX_MESSAGE)}\nApprove? [y/N] `,
        context,
      );
      return /^y(es)?$/i.test(answer) ? 'yes' : 'cancel';
    },
    uiTakeover: async (message, context) => {
      const answer = await ask(
        `\nThe agent hands over the browser: ${plainLine(message, MAX_MESSAGE)}\nEnter when it is done, n to give up: `,
        context,
      );
      return answer === '' || /^y(es)?$/i.test(answer) ? 'complete' : 'cancel';
    },
  };
}

async function askOne(
  input: Readable & { isTTY?: boolean | undefined },
  output: Writable,
  question: string,
  signal: AbortSignal,
): Promise<string> {
  signal.throwIfAborted();
  const terminal = createInterface({ input, output, terminal: input.isTTY === true });
  try {
    // Ctrl+C and Ctrl+D close the interface, and a closed one never answers.
    const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('n')));
    return (await Promise.race([terminal.question(question, { signal }), closed])).trim();
  } finally {
    if (signal.aborted) output.write('\n(the question was taken back)\n');
    terminal.close();
  }
}
