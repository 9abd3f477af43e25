import type { CommandDef } from 'citty';

export interface FoundCommand {
  readonly command: CommandDef;
  /** Its words, from the first on: `definition`, `list`. */
  readonly names: readonly string[];
  /** What follows them. */
  readonly rest: string[];
}

/**
 * The command that the first words of a line name, word by word. A command with arguments of its own and
 * further commands below it (`act`) is meant where the next word is not exactly one of theirs.
 */
export async function findCommand(
  main: CommandDef,
  args: readonly string[],
): Promise<FoundCommand> {
  let command = main;
  const names: string[] = [];
  for (const word of args) {
    const parts = await resolved(command.subCommands ?? {});
    if (!Object.hasOwn(parts, word)) break;
    command = (await resolved(parts[word])) as CommandDef;
    names.push(word);
  }
  return { command, names, rest: args.slice(names.length) };
}

export function resolved<T>(given: T | Promise<T> | (() => T | Promise<T>)): Promise<T> {
  return Promise.resolve(typeof given === 'function' ? (given as () => T | Promise<T>)() : given);
}
