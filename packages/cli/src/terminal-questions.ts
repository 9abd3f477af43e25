import type { Questions } from './arguments/questions.js';

/** Questions at the terminal; what asks them is loaded with the first. */
export function terminalQuestions(): Questions {
  return {
    async confirm(message) {
      const { confirm, isCancel } = await import('@clack/prompts');
      const answer = await confirm({ message, initialValue: false });
      return isCancel(answer) ? undefined : answer;
    },
    async choose<T extends string>(message: string, choices: Parameters<Questions['choose']>[1]) {
      const { select, isCancel } = await import('@clack/prompts');
      const options = choices.map((choice) => ({ ...choice }));
      const answer = await select<string>({ message, options });
      return isCancel(answer) ? undefined : (answer as T);
    },
  };
}
