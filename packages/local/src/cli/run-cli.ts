import { readFileSync } from 'node:fs';
import { isLoopback } from '../node/guard-host.js';
import {
  type RunningLocalService,
  type StartLocalServiceOptions,
  startLocalService,
} from '../node/start-local-service.js';
import { ArgumentError } from './argument-error.js';
import { dataFolderKeys } from './data-folder-keys.js';
import { greeting } from './greeting.js';
import { helpText } from './help-text.js';
import { type CliArguments, parseArguments } from './parse-arguments.js';

/** The process around the command, so that a test can be one. */
export interface CliSurroundings {
  env: Readonly<Record<string, string | undefined>>;
  print: (text: string) => void;
  printError: (text: string) => void;
  /** Aborted when the command is asked to stop. */
  stop: AbortSignal;
  windows: boolean;
}

/** Runs the command until it is stopped, and gives the exit code: 0, 1 when it can't run, 2 for wrong arguments. */
export async function runCli(args: readonly string[], around: CliSurroundings): Promise<number> {
  try {
    const given = parseArguments(args, around.env);
    if (given.help) around.print(helpText);
    else if (given.version) around.print(`${readVersion()}\n`);
    else await serve(given, around);
    return 0;
  } catch (error) {
    const usage = error instanceof ArgumentError || error instanceof TypeError;
    around.printError(`nova-act-local: ${explain(error)}\n`);
    if (usage) around.printError('Try nova-act-local --help\n');
    return usage ? 2 : 1;
  }
}

async function serve(given: CliArguments, around: CliSurroundings): Promise<void> {
  await using service = await start(given);
  around.print(greeting(service, given.answering.says, around.windows));
  await untilAborted(around.stop);
}

function start(given: CliArguments): Promise<RunningLocalService> {
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
  return startLocalService(options);
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
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
