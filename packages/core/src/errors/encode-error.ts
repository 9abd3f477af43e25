import type { JsonValue } from '../wire/json.js';
import { thrownText } from './thrown-text.js';

/** Told apart from other data, and from later versions of itself. */
export const ENCODED_ERROR = 'nova-act/error/1';

/** A thrown value as plain data: it survives JSON, `postMessage` and a queue. */
export interface EncodedError {
  /** Says what this is, and in which version. */
  readonly format: typeof ENCODED_ERROR;
  /** The name of the class. */
  readonly name: string;
  /** What went wrong, for people. */
  readonly message: string;
  /** The stable code of an error of this library. */
  readonly code?: string | undefined;
  /** The stack, as text. */
  readonly stack?: string | undefined;
  /** The error's own further fields, such as `status` and `requestId`. */
  readonly fields?: { readonly [name: string]: JsonValue } | undefined;
  /** What caused it, in the same form. */
  readonly cause?: EncodedError | undefined;
  /** Failures that came later. */
  readonly suppressed?: readonly EncodedError[] | undefined;
  /** What was thrown, when it was not an error. */
  readonly thrown?: JsonValue | undefined;
}

/** Errors can point at each other in a circle. */
const MAX_DEPTH = 8;
const OWN = new Set(['name', 'message', 'code', 'stack', 'cause', 'suppressed']);

/**
 * An error as data, to be sent where errors are not kept whole: a worker thread's `postMessage`
 * keeps only the message, JSON nothing. `decodeError` gives the same error back, of the same class.
 * Fields that JSON has no word for are left out. Never throws.
 */
export function encodeError(thrown: unknown): EncodedError {
  return encode(thrown, MAX_DEPTH);
}

function encode(thrown: unknown, depth: number): EncodedError {
  if (!(thrown instanceof Error)) {
    const value = json(thrown);
    return {
      format: ENCODED_ERROR,
      name: 'Error',
      message: thrownText(thrown),
      ...(value === undefined ? {} : { thrown: value }),
    };
  }
  const { code, suppressed } = thrown as { code?: unknown; suppressed?: unknown };
  const fields = fieldsOf(thrown);
  return {
    format: ENCODED_ERROR,
    name: thrown.name,
    message: thrown.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(thrown.stack === undefined ? {} : { stack: thrown.stack }),
    ...(fields ? { fields } : {}),
    ...(thrown.cause === undefined || depth === 0
      ? {}
      : { cause: encode(thrown.cause, depth - 1) }),
    ...(Array.isArray(suppressed) && depth > 0
      ? { suppressed: suppressed.map((later) => encode(later, depth - 1)) }
      : {}),
  };
}

function fieldsOf(error: Error): { [name: string]: JsonValue } | undefined {
  const fields = Object.entries(error).flatMap(([name, value]): [string, JsonValue][] => {
    const plain = OWN.has(name) ? undefined : json(value);
    return plain === undefined ? [] : [[name, plain]];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

function json(value: unknown): JsonValue | undefined {
  try {
    const text = JSON.stringify(value);
    return text === undefined ? undefined : (JSON.parse(text) as JsonValue);
  } catch {
    return undefined; // Circular, or a BigInt: it cannot go along.
  }
}
