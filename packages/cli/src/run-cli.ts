import { stripVTControlCharacters } from 'node:util';
import { isNovaActError } from '@nova-act/core';
import { type CommandDef, parseArgs, renderUsage, runCommand } from 'citty';
import { demandKnownArguments } from './arguments/known-arguments.js';
import type { Surroundings } from './arguments/surroundings.js';
import { UsageError } from './arguments/usage-error.js';
import { mainCommand } from './main-command.js';
import { VERSION } from './version.js';

/** Codes of errors that better arguments, or another environment, would mend. */
const OF_USAGE = new Set(['VALIDATION_FAILED', 'AUTH_NOT_RESOLVED']);

/** Runs the command to its end and gives the exit code: 0, 1 when it failed, 2 for wrong arguments. */
export async function runCli(args: readonly string[], around: Surroundings): Promise<number> {
  const main: CommandDef = mainCommand(around);
  const [first = '', ...rest] = args;
  try {
    if (first === '--version' || first === '-v') {
      around.print(`${VERSION}\n`);
      return 0;
    }
    const name = first.startsWith('-') || first === '' ? undefined : first;
    const command = name === undefined ? undefined : await partOf(main, name);
    if (name !== undefined && !command) throw new UsageError(`There is no command ${name}`);
    if (!command) {
      if (first !== '' && !isHelp(first)) throw new UsageError(`${first} is not known`);
      around.print(await usage(around, main));
      return first === '' ? 2 : 0;
    }
    // A command without arguments of its own hands them on, and has a help of its own.
    if (command.args) {
      if (rest.some(isHelp)) {
        around.print(await usage(around, command, main));
        return 0;
      }
      const known = await resolved(command.args);
      demandKnownArguments(parseArgs([...rest], known), known);
    }
    await runCommand(command, { rawArgs: rest });
    return 0;
  } catch (error) {
    return failed(error, around);
  }
}

/** citty's help, in colours only where they can be seen, and without the blanks at the ends of its lines. */
async function usage({ colors }: Surroundings, ...commands: [CommandDef, CommandDef?]) {
  const text = await renderUsage(...commands);
  const shown = colors ? text : stripVTControlCharacters(text);
  const lines = shown.trimEnd().split('\n');
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

async function partOf(main: CommandDef, name: string): Promise<CommandDef | undefined> {
  const parts = await resolved(main.subCommands ?? {});
  return Object.hasOwn(parts, name) ? resolved(parts[name]) : undefined;
}

function resolved<T>(given: T | Promise<T> | (() => T | Promise<T>)): Promise<T> {
  return Promise.resolve(typeof given === 'function' ? (given as () => T | Promise<T>)() : given);
}

const isHelp = (word: string) => word === '--help' || word === '-h';

function failed(error: unknown, { printError }: Surroundings): number {
  const message = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  const isUsage =
    error instanceof UsageError ||
    (error instanceof Error && error.name === 'CLIError') ||
    (isNovaActError(error) && OF_USAGE.has(error.code));
  printError(`nova-act: ${message}\n`);
  if (isUsage) printError('Try nova-act --help, or nova-act COMMAND --help\n');
  return isUsage ? 2 : 1;
}
