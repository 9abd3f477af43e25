import { ValidationError } from './errors/index.js';
import { type Logger, silentLogger } from './logger.js';
import { LOG_LEVELS, type LogLevel, stderrLogger } from './stderr-logger.js';

/** What the environment says. An explicit option always beats it. */
export interface Config {
  /** `NOVA_ACT_API_KEY`. Not enumerable: it shows in no inspection, JSON or copy of the config. */
  readonly apiKey: string | undefined;
  /** `AWS_ENDPOINT_URL_NOVA_ACT`, else `AWS_ENDPOINT_URL`: the AWS surface. */
  readonly awsEndpointUrl: string | undefined;
  /** `NOVA_ACT_ENDPOINT_URL`: the API-key surface. */
  readonly apiKeyEndpointUrl: string | undefined;
  /** `NOVA_ACT_HEADLESS`. */
  readonly headless: boolean | undefined;
  /** Whether a window could be shown: always, but on Linux only with `DISPLAY` or `WAYLAND_DISPLAY`. */
  readonly hasDisplay: boolean;
  /** `NOVA_ACT_CHROME_CHANNEL`. */
  readonly channel: string | undefined;
  /** `NOVA_ACT_BROWSER_EXECUTABLE`. */
  readonly browserExecutable: string | undefined;
  /** `NOVA_ACT_BROWSER_ARGS`: separated by white space, or a JSON array where one holds a space. */
  readonly browserArgs: readonly string[];
  /** `NOVA_ACT_CAPTURE_DOM`. */
  readonly captureDom: boolean | undefined;
  /** `NOVA_ACT_LOG_LEVEL`: debug, info, warn, error; unset or `silent` is silence. */
  readonly logLevel: LogLevel | undefined;
  /** Silent, or standard error at `logLevel`. */
  readonly logger: Logger;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment, once for each session or workflow made. The only reader of it in this
 * package; what the AWS SDK reads for credentials (`AWS_PROFILE` and others) is its own affair. A
 * variable set to the empty text counts as unset.
 * @throws ValidationError that names the variable. A malformed key is only found where it is used.
 */
export function readConfig(env: Environment = process.env): Config {
  const logLevel = level(env, 'NOVA_ACT_LOG_LEVEL');
  const config = {
    awsEndpointUrl: text(env, 'AWS_ENDPOINT_URL_NOVA_ACT') ?? text(env, 'AWS_ENDPOINT_URL'),
    apiKeyEndpointUrl: text(env, 'NOVA_ACT_ENDPOINT_URL'),
    headless: flag(env, 'NOVA_ACT_HEADLESS'),
    hasDisplay:
      process.platform !== 'linux' ||
      (text(env, 'DISPLAY') ?? text(env, 'WAYLAND_DISPLAY')) !== undefined,
    channel: text(env, 'NOVA_ACT_CHROME_CHANNEL'),
    browserExecutable: text(env, 'NOVA_ACT_BROWSER_EXECUTABLE'),
    browserArgs: list(env, 'NOVA_ACT_BROWSER_ARGS'),
    captureDom: flag(env, 'NOVA_ACT_CAPTURE_DOM'),
    logLevel,
    logger: logLevel ? stderrLogger(logLevel) : silentLogger,
  };
  const apiKey = text(env, 'NOVA_ACT_API_KEY');
  return Object.defineProperty(config, 'apiKey', { value: apiKey, enumerable: false }) as Config;
}

function text(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

const FLAGS = new Map([
  ['1', true],
  ['true', true],
  ['yes', true],
  ['on', true],
  ['0', false],
  ['false', false],
  ['no', false],
  ['off', false],
]);

function flag(env: Environment, name: string): boolean | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  const meant = FLAGS.get(value.toLowerCase());
  if (meant !== undefined) return meant;
  throw new ValidationError('is neither true nor false', {
    field: name,
    value,
    remedy: 'Set it to 1 or 0, or leave it unset.',
  });
}

function level(env: Environment, name: string): LogLevel | undefined {
  const value = text(env, name)?.toLowerCase();
  if (value === undefined || value === 'silent') return undefined;
  const known = LOG_LEVELS.find((candidate) => candidate === value);
  if (known) return known;
  throw new ValidationError('is not a log level', {
    field: name,
    value,
    remedy: `Set it to one of ${LOG_LEVELS.join(', ')}, silent, or leave it unset.`,
  });
}

function list(env: Environment, name: string): readonly string[] {
  const value = text(env, name);
  if (value === undefined) return [];
  if (!value.startsWith('[')) return value.split(/\s+/);
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    // JSON's own error quotes the value, which may hold a proxy's password.
    throw malformed(name);
  }
  if (!Array.isArray(parsed)) throw malformed(name);
  const items: unknown[] = parsed;
  return items.map((item) => {
    if (typeof item !== 'string') throw malformed(name);
    return item;
  });
}

function malformed(name: string): ValidationError {
  return new ValidationError('starts like a JSON array but is not an array of texts', {
    field: name,
    remedy: 'Write ["--one", "--two=with space"], or arguments separated by white space.',
  });
}
