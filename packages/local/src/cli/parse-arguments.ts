import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkFault } from '../faults/check-fault.js';
import type { Fault } from '../faults/fault.js';
import { answeringOptions, readAnswering } from './answering-arguments.js';
import { ArgumentError } from './argument-error.js';
import { SHELLS, type Shell } from './shell.js';

/** Where the command listens unless it is told otherwise. */
export const defaultPort = 7788;

/** What the command line asks for. */
export interface CliArguments {
  help: boolean;
  version: boolean;
  port: number;
  portGiven: boolean;
  /** Whose language the printed lines are to be in. */
  shell?: Shell;
  host?: string;
  allowedHosts: string[];
  dataDirectory?: string;
  apiKey?: string;
  accessKeyId?: string;
  secretAccessKey?: string;
  region?: string;
  definitions: string[];
  faults: Fault[];
  maxBodyBytes?: number;
  /** What answers the steps. */
  answering: ReturnType<typeof readAnswering>;
}

const options = {
  ...answeringOptions,
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  port: { type: 'string', short: 'p' },
  host: { type: 'string' },
  'allowed-host': { type: 'string', multiple: true },
  data: { type: 'string' },
  'api-key': { type: 'string' },
  'access-key': { type: 'string' },
  'secret-key': { type: 'string' },
  region: { type: 'string' },
  definition: { type: 'string', multiple: true },
  fault: { type: 'string', multiple: true },
  'max-body-mb': { type: 'string' },
  shell: { type: 'string' },
} as const;

/**
 * Reads the command line. Secrets may come from the environment instead, where other users of the machine do not see
 * them: `NOVA_ACT_LOCAL_API_KEY`, `NOVA_ACT_LOCAL_ACCESS_KEY`, `NOVA_ACT_LOCAL_SECRET_KEY`.
 *
 * Throws an {@link ArgumentError}.
 */
export function parseArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): CliArguments {
  const values = parse(args);
  const apiKey = values['api-key'] ?? env['NOVA_ACT_LOCAL_API_KEY'];
  const accessKeyId = values['access-key'] ?? env['NOVA_ACT_LOCAL_ACCESS_KEY'];
  const secretAccessKey = values['secret-key'] ?? env['NOVA_ACT_LOCAL_SECRET_KEY'];
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined))
    throw new ArgumentError('--access-key and --secret-key go together: give both or neither');
  const megabytes = values['max-body-mb'];
  return {
    help: values.help ?? false,
    version: values.version ?? false,
    port: wholeNumber('--port', values.port ?? String(defaultPort), 0, 65_535),
    portGiven: values.port !== undefined,
    ...(values.shell === undefined ? {} : { shell: readShell(values.shell) }),
    ...given('host', values.host),
    allowedHosts: values['allowed-host'] ?? [],
    ...given('dataDirectory', values.data),
    ...given('apiKey', apiKey),
    ...given('accessKeyId', accessKeyId),
    ...given('secretAccessKey', secretAccessKey),
    ...given('region', values.region),
    definitions: values.definition ?? [],
    faults: (values.fault ?? []).map(readFault),
    answering: readAnswering(values, { env, readFile }),
    ...(megabytes === undefined
      ? {}
      : { maxBodyBytes: wholeNumber('--max-body-mb', megabytes, 1, 1024) * 1_000_000 }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    // Node names the argument and says what it should be.
    if (error instanceof TypeError) throw new ArgumentError(error.message);
    throw error;
  }
}

function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max)
    throw new ArgumentError(
      `${name} must be a whole number from ${min} to ${max}, is ${JSON.stringify(text)}`,
    );
  return value;
}

function readShell(text: string): Shell {
  const shell = SHELLS.find((each) => each === text);
  if (shell) return shell;
  throw new ArgumentError(
    `--shell must be one of ${SHELLS.join(', ')}, is ${JSON.stringify(text)}`,
  );
}

function readFault(text: string): Fault {
  try {
    return checkFault(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new ArgumentError(
        `--fault must be JSON, such as '{"kind":"throttle","times":2}', is ${JSON.stringify(text)}`,
      );
    if (error instanceof TypeError) throw new ArgumentError(`--fault: ${error.message}`);
    throw error;
  }
}

function given<Name extends string>(
  name: Name,
  value: string | undefined,
): { [Key in Name]?: string } {
  if (value === '') throw new ArgumentError(`${name} must not be empty`);
  return value === undefined ? {} : ({ [name]: value } as { [Key in Name]: string });
}
