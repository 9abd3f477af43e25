import { isLoopback } from '../node/guard-host.js';
import type { RunningLocalService } from '../node/running-local-service.js';
import type { StartLocalServiceOptions } from '../node/start-options.js';
import { useLocalService } from '../node/use-local-service.js';
import { ArgumentError } from './argument-error.js';
import { CommandError } from './command-error.js';
import { dataFolderKeys } from './data-folder-keys.js';
import { childEnvironment, type ExecArguments, readExec } from './exec.js';
import { greeting } from './greeting.js';
import { helpText } from './help-text.js';
import { type CliArguments, parseArguments } from './parse-arguments.js';
import { runChild } from './run-child.js';
import { detectShell } from './shell.js';
import { VERSION } from './version.js';

/** The process around the command, so that a test can be one. */
export interface CliSurroundings {
  env: Readonly<Record<string, string | undefined>>;
  print: (text: string) => void;
  printError: (text: string) => void;
  /** Aborted when the command is asked to stop. */
  stop: AbortSignal;
  windows: boolean;
}

/**
 * Runs the command until it is stopped, and gives the exit code: 0, 1 when it can't run, 2 for wrong arguments; with
 * `exec`, that of the program, or the signal that has ended it, or 127 and 126 when there is none or it can't be run.
 */
export async function runCli(
  args: readonly string[],
  around: CliSurroundings,
): Promise<number | NodeJS.Signals> {
  try {
    const exec = readExec(args);
    const given = parseArguments(exec?.options ?? withoutExec(args), around.env);
    if (given.help) around.print(helpText);
    else if (given.version) around.print(`${VERSION}\n`);
    else if (exec) return await execute(exec, given, around);
    else await serve(given, around);
    return 0;
  } catch (error) {
    const usage = error instanceof ArgumentError || error instanceof TypeError;
    around.printError(`nova-act-local: ${explain(error)}\n`);
    if (usage) around.printError('Try nova-act-local --help\n');
    if (error instanceof CommandError) return error.exitCode;
    return usage ? 2 : 1;
  }
}

async function serve(given: CliArguments, around: CliSurroundings): Promise<void> {
  const shell = given.shell ?? detectShell(around.env, around.windows);
  await useService(given, async (service) => {
    around.print(greeting(service, given.answering.says, shell));
    await untilAborted(around.stop);
  });
}

/** The program's own output is all that is printed. */
function execute(
  { command }: ExecArguments,
  given: CliArguments,
  around: CliSurroundings,
): Promise<number | NodeJS.Signals> {
  // Nobody has to know its port, and another service may have the usual one.
  const port = given.portGiven ? given.port : 0;
  return useService({ ...given, port }, (service) =>
    runChild(command, childEnvironment(around.env, service)),
  );
}

/** `exec --help` asks about the whole command. */
const withoutExec = (args: readonly string[]) => (args[0] === 'exec' ? args.slice(1) : args);

function useService<T>(
  given: CliArguments,
  body: (service: RunningLocalService) => Promise<T>,
): Promise<Awaited<T>> {
  const { accessKeyId, secretAccessKey, dataDirectory, definitions } = given;
  // Keys that nobody has chosen are good enough for this machine only.
  const kept =
    dataDirectory !== undefined && isLoopback(given.host ?? '127.0.0.1')
      ? dataFolderKeys(dataDirectory)
      : {};
  const options: StartLocalServiceOptions = {
    ...kept,
    ...given.answering.options,
    port: given.port,
    allowedHosts: given.allowedHosts,
    faults: given.faults,
    ...(given.host === undefined ? {} : { host: given.host }),
    ...(dataDirectory === undefined ? {} : { dataDirectory }),
    ...(given.apiKey === undefined ? {} : { apiKey: given.apiKey }),
    ...(accessKeyId === undefined || secretAccessKey === undefined
      ? {}
      : { credentials: { accessKeyId, secretAccessKey } }),
    ...(given.region === undefined ? {} : { region: given.region }),
    ...(definitions.length === 0 ? {} : { workflowDefinitions: definitions }),
    ...(given.maxBodyBytes === undefined ? {} : { maxBodyBytes: given.maxBodyBytes }),
  };
  return useLocalService(options, body);
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `${error.message}. Choose another port with --port, or --port 0 for any free one.`;
  if (code === 'EADDRNOTAVAIL')
    return `${error.message}. --host must be an address of this machine.`;
  return error.message;
}
