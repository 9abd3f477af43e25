import type { NovaActErrorCode } from './codes.js';
import { messageText } from './plain-text.js';
import { thrownText } from './thrown-text.js';

/** An error as plain data: what `toJSON()` gives, and what crosses a thread or a log line. */
export interface ErrorJson {
  /** The name of the class. */
  name: string;
  /** The stable code of an error of this library. */
  code?: string | undefined;
  /** What went wrong, for people; at most 10,000 characters. */
  message: string;
  /** What caused it. */
  cause?: ErrorJson | string | undefined;
  /** Failures that came later and did not replace it. */
  suppressed?: (ErrorJson | string)[] | undefined;
  [field: string]: unknown;
}

/** Of every copy of this package, so that each knows the errors of the others. */
export const ERROR_BRAND = Symbol.for('@nova-act/core/error/1');

/**
 * The root of every error this library throws on purpose. `code` is stable across versions and
 * survives minification and thread boundaries, where `instanceof` may not.
 */
export class NovaActError extends Error {
  static {
    Object.defineProperty(NovaActError.prototype, ERROR_BRAND, { value: true });
  }

  /** The name of the class, also where it was minified. */
  override readonly name: string = 'NovaActError';
  /** Stable identifier, such as `ACT_TIMEOUT`. */
  readonly code: NovaActErrorCode = 'NOVA_ACT';
  /** Failures that came after this one and did not replace it (a failed clean-up, say). */
  declare suppressed?: unknown[] | undefined;

  /** A message is cut at 10,000 characters, and control characters are dropped: it may quote a page. */
  constructor(message?: string, options?: ErrorOptions) {
    super(message === undefined ? message : messageText(message), options);
  }

  /** The error and its causes as plain data, without stacks. Every field shown is free of secrets. */
  toJSON(): ErrorJson {
    return asJson(this, MAX_DEPTH);
  }
}

function asJson(error: NovaActError, depth: number): ErrorJson {
  const { name, code, cause, suppressed, ...fields } = error as unknown as ErrorJson &
    Record<string, unknown>;
  return {
    ...fields,
    name,
    ...(code === undefined ? {} : { code }),
    message: error.message,
    ...(error.cause === undefined ? {} : { cause: describe(error.cause, depth - 1) }),
    ...(error.suppressed === undefined
      ? {}
      : { suppressed: error.suppressed.map((later) => describe(later, depth - 1)) }),
  };
}

/** Causes can point at each other in a circle. */
const MAX_DEPTH = 8;

function describe(thrown: unknown, depth = MAX_DEPTH): ErrorJson | string {
  if (depth === 0 || !isErrorLike(thrown)) return thrownText(thrown);
  if (thrown instanceof NovaActError) return asJson(thrown, depth);
  const { name, code, message, cause } = thrown;
  return {
    name: typeof name === 'string' ? name : 'Error',
    ...(typeof code === 'string' ? { code } : {}),
    message,
    ...(cause === undefined ? {} : { cause: describe(cause, depth - 1) }),
  };
}

/** Errors of another realm (a VM context, a test runner's) are no instances of this one's `Error`. */
function isErrorLike(
  thrown: unknown,
): thrown is { message: string; name?: unknown; code?: unknown; cause?: unknown } {
  if (typeof thrown !== 'object' || thrown === null) return false;
  return typeof (thrown as { message?: unknown }).message === 'string';
}
