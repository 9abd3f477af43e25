import type { CommandDef } from 'citty';

/** A command that is only a name for others. Their arguments are their own affair. */
export function group(
  name: string,
  description: string,
  // biome-ignore lint/suspicious/noExplicitAny: citty's type of a command differs with its arguments
  subCommands: Record<string, CommandDef<any>>,
): CommandDef {
  return { meta: { name, description }, subCommands };
}
