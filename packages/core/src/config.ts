import { type Logger, silentLogger } from './logger.js';
import { LOG_LEVELS, type LogLevel, stderrLogger } from './stderr-logger.js';

/** What the environment says. An explicit option always beats it. */
export interface Config {
  /** `NOVA_ACT_API_KEY`. Not enumerable: it shows in no inspection, JSON or copy of the config. */
  readonly apiKey: string | undefined;
  /** `NOVA_ACT_WORKFLOW_AUTH`: what a workflow uses that names neither kind; checked where it is used. */
  readonly workflowAuth?: string | undefined;
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
  /** `NOVA_ACT_CLIENT_SOURCE`: what calls itself a source of requests to the service. */
  readonly clientSource: ClientSource | undefined;
  /** `NOVA_ACT_CAPTURE_DOM`. */
  readonly captureDom: boolean | undefined;
  /** `NOVA_ACT_LOG_LEVEL`: a name, or a number as Python has them; unset or `silent` is silence. */
  readonly logLevel: LogLevel | undefined;
  /** Silent, or standard error at `logLevel`. */
  readonly logger: Logger;
  /**
   * What it was read from, for what AWS's tools and networks have in it (proxies, certificates, the
   * profile). Not enumerable, for the proxies' passwords.
   */
  readonly environment?: Environment;
}

/** What the service knows as a source. */
const CLIENT_SOURCES = ['sdk', 'extension', 'playground'] as const;
/** What requests come from, as the service tells them apart: `sdk`, unless `NOVA_ACT_CLIENT_SOURCE` says otherwise. */
export type ClientSource = (typeof CLIENT_SOURCES)[number];

/** Environment variables by their names, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment, once for each session or workflow made. The only reader of it in this
 * package; what the AWS SDK reads for credentials (`AWS_PROFILE` and others) is its own affair. A
 * variable set to the empty text counts as unset. One that cannot be read is told to `logger`, by
 * default the one that is set here, and counts as unset too: what somebody once set on a machine must
 * not stop a program. Keys and endpoints are checked where they are used, and are errors there.
 */
export function readConfig(env: Environment = process.env, logger?: Logger): Config {
  const complaints: Complaint[] = [];
  const reader = new Reader(env, complaints);
  const logLevel = reader.level('NOVA_ACT_LOG_LEVEL');
  const config = {
    apiKeyEndpointUrl: reader.text('NOVA_ACT_ENDPOINT_URL'),
    workflowAuth: reader.text('NOVA_ACT_WORKFLOW_AUTH'),
    headless: reader.flag('NOVA_ACT_HEADLESS'),
    hasDisplay:
      process.platform !== 'linux' ||
      (reader.text('DISPLAY') ?? reader.text('WAYLAND_DISPLAY')) !== undefined,
    channel: reader.text('NOVA_ACT_CHROME_CHANNEL'),
    browserExecutable: reader.text('NOVA_ACT_BROWSER_EXECUTABLE'),
    browserArgs: reader.list('NOVA_ACT_BROWSER_ARGS'),
    clientSource: reader.oneOf('NOVA_ACT_CLIENT_SOURCE', CLIENT_SOURCES),
    captureDom: reader.flag('NOVA_ACT_CAPTURE_DOM'),
    logLevel,
    logger: logLevel ? stderrLogger(logLevel) : silentLogger,
  };
  for (const { name, problem, ...shown } of complaints) {
    (logger ?? config.logger).warn(`${name} ${problem}, so it is not used`, shown);
  }
  const apiKey = reader.text('NOVA_ACT_API_KEY');
  Object.defineProperty(config, 'environment', { value: env, enumerable: false });
  return Object.defineProperty(config, 'apiKey', { value: apiKey, enumerable: false }) as Config;
}

/** The environment as it is now, for what AWS's tools read of it: they too look when they need it. */
export function readEnvironment(): Environment {
  return process.env;
}

interface Complaint {
  readonly name: string;
  readonly problem: string;
  /** Left out where it may hold a secret. */
  readonly value?: string;
  readonly remedy: string;
}

const FLAGS = new Map([
  ...['1', 'true', 't', 'yes', 'y', 'on'].map((word) => [word, true] as const),
  ...['0', 'false', 'f', 'no', 'n', 'off'].map((word) => [word, false] as const),
]);

/** Names that other loggers, Python's first, have for levels. */
const LEVELS = new Map<string, LogLevel | undefined>([
  ...LOG_LEVELS.map((level) => [level, level] as const),
  ['warning', 'warn'],
  ['notset', 'debug'],
  ['trace', 'debug'],
  ...['silent', 'off', 'none', 'critical', 'fatal'].map((word) => [word, undefined] as const),
]);

/** Reads single variables; what cannot be read is undefined, and complained of. */
class Reader {
  readonly #env: Environment;
  readonly #complaints: Complaint[];

  constructor(env: Environment, complaints: Complaint[]) {
    this.#env = env;
    this.#complaints = complaints;
  }

  text(name: string): string | undefined {
    return this.#env[name]?.trim() || undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const meant = FLAGS.get(value.toLowerCase());
    if (meant !== undefined) return meant;
    this.#complaints.push({
      name,
      problem: 'is neither true nor false',
      value,
      remedy: 'Set it to 1 or 0, or leave it unset.',
    });
    return undefined;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.text(name);
    const found = allowed.find((candidate) => candidate === value);
    if (value !== undefined && found === undefined) {
      this.#complaints.push({
        name,
        problem: 'is not known',
        value,
        remedy: `Set it to one of ${allowed.join(', ')}, or leave it unset.`,
      });
    }
    return found;
  }

  level(name: string): LogLevel | undefined {
    const value = this.text(name)?.toLowerCase();
    if (value === undefined) return undefined;
    if (LEVELS.has(value)) return LEVELS.get(value);
    if (/^\d+$/.test(value)) return levelOfNumber(Number(value));
    this.#complaints.push({
      name,
      problem: 'is not a log level',
      value,
      remedy: `Set it to one of ${LOG_LEVELS.join(', ')}, silent, or to Python’s 10 to 50.`,
    });
    // Somebody wanted to hear of something, and must hear of this.
    return 'warn';
  }

  /** Separated by white space, or a JSON array. */
  list(name: string): readonly string[] {
    const value = this.text(name);
    if (value === undefined) return [];
    if (!value.startsWith('[')) return value.split(/\s+/);
    const parsed = parsedTexts(value);
    if (parsed) return parsed;
    this.#complaints.push({
      name,
      problem: 'starts like a JSON array but is not an array of texts',
      remedy: 'Write ["--one", "--two=with space"], or arguments separated by white space.',
    });
    return [];
  }
}

/** Python's `logging`: 10 is debug, 20 info, 30 warning, 40 error; above it only what this library has not. */
function levelOfNumber(number: number): LogLevel | undefined {
  const at = Math.max(0, Math.ceil(number / 10) - 1);
  return LOG_LEVELS[at];
}

/** JSON's own error would quote the value, which may hold a proxy's password. */
function parsedTexts(value: string): string[] | undefined {
  try {
    const items: unknown = JSON.parse(value);
    const texts = Array.isArray(items) && items.every((item) => typeof item === 'string');
    return texts ? (items as string[]) : undefined;
  } catch {
    return undefined;
  }
}
