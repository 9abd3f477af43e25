import { NovaActError } from '../errors/index.js';
import { redactValue } from './redact-value.js';

/** Causes can point at each other in a circle. */
const MAX_DEPTH = 8;
const OWN_TEXTS = new Set(['message', 'stack', 'name', 'cause', 'suppressed', 'errors']);

/**
 * Puts names in the place of values in an error: its message, its stack, its causes, and what else an
 * error of this library says. The object stays the one that was thrown; one without a value in it is
 * not touched.
 */
export function redactError<T>(
  thrown: T,
  redact: (text: string) => string,
  depth: number = MAX_DEPTH,
): T {
  if (typeof thrown === 'string') return redact(thrown) as T;
  if (!(thrown instanceof Error) || depth === 0) return thrown;
  for (const name of ['message', 'stack'] as const) {
    const text = thrown[name];
    if (typeof text === 'string') put(thrown, name, redact(text));
  }
  put(thrown, 'cause', redactError(thrown.cause, redact, depth - 1));
  for (const list of ['suppressed', 'errors'] as const) {
    const others = (thrown as { [list]?: unknown })[list];
    if (!Array.isArray(others)) continue;
    for (const [at, other] of others.entries()) others[at] = redactError(other, redact, depth - 1);
  }
  if (thrown instanceof NovaActError) {
    for (const [name, value] of Object.entries(thrown)) {
      if (!OWN_TEXTS.has(name)) put(thrown, name, redactValue(value, redact));
    }
  }
  return thrown;
}

function put(error: Error, name: string, value: unknown): void {
  if ((error as unknown as Record<string, unknown>)[name] === value) return;
  const { enumerable = false } = Object.getOwnPropertyDescriptor(error, name) ?? {};
  // Over a getter of its class (`DOMException`) too; an error that is frozen stays as it is.
  Reflect.defineProperty(error, name, { value, enumerable, configurable: true, writable: true });
}
