import { type CommandDef, parseArgs, runCommand } from 'citty';
import { findCommand, resolved } from './arguments/find-command.js';
import { demandKnownArguments, withoutDemands } from './arguments/known-arguments.js';
import type { Surroundings } from './arguments/surroundings.js';
import { asTyped, typedAs } from './arguments/typed-as.js';
import { UsageError } from './arguments/usage-error.js';
import { EXIT_CODES } from './failure/exit-codes.js';
import { toldError } from './failure/told-error.js';
import { mainCommand } from './main-command.js';
import { helpText } from './output/help.js';
import { asJson, asLine, jsonAsked } from './output/json.js';
import { VERSION } from './version.js';

/** Runs the command to its end and gives the exit code: `failure/exit-codes.ts` has what they mean. */
export async function runCli(args: readonly string[], around: Surroundings): Promise<number> {
  const main: CommandDef = mainCommand(around);
  const [first = ''] = args;
  try {
    if (first === '--version' || first === '-v') {
      around.print(`${VERSION}\n`);
      return 0;
    }
    const { command, names, rest } = await findCommand(main, args);
    const { colors, columns } = around;
    const help = () =>
      helpText(command, { name: ['nova-act', ...names].join(' '), colors, columns });
    const [word = ''] = rest;
    if (!command.run) {
      if (word !== '' && !isHelp(word)) throw unknownWord(names, word);
      around.print(await help());
      return word === '' ? EXIT_CODES.usage.code : 0;
    }
    // A command without arguments of its own hands them on, and has a help of its own.
    if (command.args) {
      if (optionsOf(rest).some(isHelp)) {
        around.print(await help());
        return 0;
      }
      const known = await resolved(command.args);
      demandKnownArguments(parseArgs([...rest], withoutDemands(known)), known);
    }
    const { subCommands: _, ...alone } = command;
    const { result } = await runCommand(alone, { rawArgs: rest });
    return typeof result === 'number' ? result : 0;
  } catch (error) {
    return failed(error, jsonAsked(args), around);
  }
}

function unknownWord(names: readonly string[], word: string): UsageError {
  if (word.startsWith('-')) return new UsageError(`${word} is not known`);
  return new UsageError(`There is no command ${[...names, word].join(' ')}`);
}

/** What follows `--` is no option. */
function optionsOf(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end === -1 ? args : args.slice(0, end);
}

const isHelp = (word: string) => word === '--help' || word === '-h';

/** Tells what went wrong: people on standard error, and who asked for JSON on standard output as well. */
function failed(thrown: unknown, json: ReturnType<typeof jsonAsked>, around: Surroundings): number {
  const error = toldError(thrown);
  const { message, remedy, exitCode } = error;
  if (json === 'json') around.print(asJson({ error }));
  if (json === 'ndjson') around.print(asLine({ type: 'error', error }));
  around.printError(`nova-act: ${message}\n`);
  if (remedy !== undefined) around.printError(`${asTyped(remedy, around.env)}\n`);
  if (exitCode === EXIT_CODES.usage.code) {
    const typed = typedAs(around.env);
    around.printError(`Try ${typed} --help, or ${typed} COMMAND --help\n`);
  }
  return exitCode;
}
