import { type CommandDef, defineCommand } from 'citty';
import type { Surroundings } from '../arguments/surroundings.js';
import { UsageError } from '../arguments/usage-error.js';
import { bashScript } from '../completions/bash.js';
import { commandTree } from '../completions/command-tree.js';
import { fishScript } from '../completions/fish.js';
import { zshScript } from '../completions/zsh.js';

const SHELLS: Readonly<Record<string, typeof bashScript>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** `nova-act completion SHELL`: prints what makes the shell complete this command. */
export function completionCommand(main: CommandDef, { print }: Surroundings) {
  return defineCommand({
    meta: {
      name: 'completion',
      description: 'Print the completions of a shell: bash, zsh or fish',
    },
    args: { shell: { type: 'positional', required: true, description: 'bash, zsh or fish' } },
    async run({ args: { shell } }) {
      const script = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
      if (!script) {
        throw new UsageError(
          `There are completions for bash, zsh and fish, not ${JSON.stringify(shell)}`,
        );
      }
      print(script(await commandTree(main)));
    },
  });
}
