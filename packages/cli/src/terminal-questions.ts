import type { Writable } from 'node:stream';
import { type Choice, LeftError, type Questions } from './arguments/questions.js';

/**
 * Questions at the terminal: on standard error, so that what the command prints can be read by another program.
 * What asks them is loaded with the first.
 */
export function terminalQuestions(output: Writable): Questions {
  return {
    async confirm(message) {
      const { confirm, isCancel } = await import('@clack/prompts');
      const answer = await confirm({ message, initialValue: false, output });
      if (isCancel(answer)) throw new LeftError('No answer was given');
      return answer;
    },
    async choose<T extends string>(message: string, choices: readonly Choice<T>[]): Promise<T> {
      const { select, isCancel } = await import('@clack/prompts');
      const options = choices.map((choice) => ({ ...choice }));
      const answer = await select<string>({ message, options, output });
      if (isCancel(answer)) throw new LeftError('No answer was given');
      return answer as T;
    },
  };
}
