import type { ArgDef, CommandDef } from 'citty';
import { resolved } from '../arguments/find-command.js';

export interface OptionWords {
  /** With its dashes. */
  readonly name: string;
  readonly description: string;
  readonly takesValue: boolean;
  /** What the value may be, where that is a few words. */
  readonly values: readonly string[];
}

/** A command and what may follow it. */
export interface CommandWords {
  /** Its words after `nova-act`; empty for that itself. */
  readonly path: readonly string[];
  readonly description: string;
  readonly options: readonly OptionWords[];
  /** The commands right below it: the last of their words, and what they do. */
  readonly parts: readonly { readonly name: string; readonly description: string }[];
}

/** All commands with their words, the first one `nova-act` itself. */
export async function commandTree(
  command: CommandDef,
  path: readonly string[] = [],
): Promise<CommandWords[]> {
  const parts: { name: string; description: string }[] = [];
  const below: CommandWords[] = [];
  for (const [name, given] of Object.entries(await resolved(command.subCommands ?? {}))) {
    const [first, ...rest] = await commandTree((await resolved(given)) as CommandDef, [
      ...path,
      name,
    ]);
    if (!first) continue;
    parts.push({ name, description: first.description });
    below.push(first, ...rest);
  }
  const meta = await resolved(command.meta ?? {});
  const args = Object.entries(await resolved(command.args ?? {}));
  const options = args.filter(([, { type }]) => type !== 'positional').map(optionWords);
  return [{ path, description: meta.description ?? '', options, parts }, ...below];
}

function optionWords([name, argument]: [string, ArgDef]): OptionWords {
  const values = 'options' in argument ? [...(argument.options ?? [])] : [];
  return {
    name: `--${name}`,
    description: argument.description ?? '',
    takesValue: argument.type !== 'boolean',
    values: values.map(String),
  };
}

/** What may stand after a command: its options, those of every command, and its parts. */
export function wordsAfter({ options, parts }: CommandWords): string[] {
  return [...parts.map(({ name }) => name), ...options.map(({ name }) => name), '--help'];
}

/** The options of all commands that a value of few words follows. */
export function choicesIn(tree: readonly CommandWords[]): ReadonlyMap<string, readonly string[]> {
  const choices = tree.flatMap(({ options }) =>
    options
      .filter(({ values }) => values.length > 0)
      .map(({ name, values }) => [name, values] as const),
  );
  return new Map(choices);
}

/** The options of all commands that any other value follows. */
export function valuesIn(tree: readonly CommandWords[]): string[] {
  const names = tree.flatMap(({ options }) =>
    options.filter((one) => one.takesValue && one.values.length === 0).map(({ name }) => name),
  );
  return [...new Set(names)];
}
