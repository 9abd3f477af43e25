import { inspect } from 'node:util';
import { addressOf } from '../browser/boundary/address.js';
import { parseUrlPattern } from '../browser/boundary/parse-url-pattern.js';
import { matches, type UrlPattern } from '../browser/boundary/url-pattern.js';
import { ValidationError } from '../errors/index.js';
import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import { parseUrl } from '../parse-url.js';

/** Fetches a value, each time that it is about to be typed. `signal` is the act's. */
export type SecretSource = (context: { signal: AbortSignal }) => string | Promise<string>;

/** Where a secret may be typed. */
export interface SecretOptions {
  /**
   * The only addresses it is typed at, in the patterns of `security.allowedUrls`; what counts is the
   * document that the field is in, which may be a frame's. Default: every address the session may open,
   * so that a page which looks like another may ask for it too. Give it.
   */
  allowedUrls?: readonly string[] | undefined;
}

const SECRET_OPTIONS: KnownOptions = knownOptions<SecretOptions>(
  'secret()',
  { allowedUrls: true },
  {
    domains: 'Did you mean allowedUrls?',
    allowedDomains: 'Did you mean allowedUrls?',
    url: 'Did you mean allowedUrls?',
    urls: 'Did you mean allowedUrls?',
  },
);

const MAX_LENGTH = 10_000;
const SHOWN = '[secret]';

/** A value that shows itself to nobody: made by `secret()`, given in `secrets`. */
export interface Secret {
  /** Never the value. */
  toString(): '[secret]';
  /** Never the value. */
  toJSON(): '[secret]';
}

/** The one that `secret()` makes; whoever has the class has the value. */
export class HeldSecret implements Secret {
  readonly #source: string | SecretSource;
  readonly #allowed: readonly UrlPattern[] | undefined;

  constructor(source: string | SecretSource, allowed: readonly UrlPattern[] | undefined) {
    this.#source = source;
    this.#allowed = allowed;
    Object.freeze(this);
  }

  static isOne(value: unknown): value is HeldSecret {
    return typeof value === 'object' && value !== null && #source in value;
  }

  /** The value, where it is known without being fetched. */
  static known(secret: HeldSecret): string | undefined {
    return typeof secret.#source === 'string' ? secret.#source : undefined;
  }

  /** Rejects with what fetching it fails with. */
  static async fetch(secret: HeldSecret, signal: AbortSignal): Promise<unknown> {
    const source = secret.#source;
    return typeof source === 'string' ? source : source({ signal });
  }

  /** Whether a document at this address may have it. */
  static isFor(secret: HeldSecret, documentUrl: string): boolean {
    if (secret.#allowed === undefined) return true;
    const url = parseUrl(documentUrl);
    if (!url) return false;
    const address = addressOf(url);
    return secret.#allowed.some((pattern) => matches(pattern, address, 'allow'));
  }

  /** function toString() { [native code] } */
  toString(): '[secret]' {
    return SHOWN;
  }

  toJSON(): '[secret]' {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}

/**
 * A value that the agent can have typed and never sees: prompts name it, `{{password}}`, and the hand
 * types it. The object shows its value to nobody: not in JSON, `inspect`, templates or copies of it.
 *
 * A function is called each time the value is about to be typed, and not before: a vault is asked late,
 * and a one-time code is fresh. Until then its value is not known, and so is looked for nowhere.
 *
 * ```ts
 * secrets: {
 *   password: secret(process.env.PASSWORD, { allowedUrls: ['https://example.com'] }),
 *   code: secret(() => totp.generate()),
 * }
 * ```
 * @throws ValidationError for a value that is no text of 1–10,000 characters and no function (an
 *   environment variable that is not set, say), and for a pattern that can match nothing
 */
export function secret(
  value: string | SecretSource | undefined,
  options: SecretOptions = {},
): Secret {
  refuseUnknown(options, SECRET_OPTIONS);
  if (typeof value !== 'function' && !isValue(value)) throw unusable(value);
  return new HeldSecret(value, patterns(options.allowedUrls));
}

/** Whether there is anything in it to type. */
export function isValue(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MAX_LENGTH;
}

function unusable(value: unknown): ValidationError {
  const problem =
    value === ''
      ? 'is empty'
      : typeof value === 'string'
        ? `is ${value.length} characters long`
        : `is ${value === null ? 'null' : typeof value}, not a text`;
  return new ValidationError(problem, {
    field: 'secret()',
    remedy: 'Give 1 to 10,000 characters, or a function that fetches them.',
  });
}

function patterns(allowed: readonly string[] | undefined): UrlPattern[] | undefined {
  if (allowed === undefined) return undefined;
  const isList = Array.isArray(allowed) && allowed.length > 0;
  if (!isList || !allowed.every((pattern) => typeof pattern === 'string' && pattern.trim())) {
    throw new ValidationError('is not a list of addresses', {
      field: 'secret().allowedUrls',
      value: allowed,
      remedy: "Give at least one, such as 'https://example.com', or leave it out.",
    });
  }
  return allowed.map((pattern, at) => parseUrlPattern(pattern, `secret().allowedUrls[${at}]`));
}
