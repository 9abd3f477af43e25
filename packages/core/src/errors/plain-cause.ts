import { redactUrlsIn } from './redact-url.js';
import { thrownText } from './thrown-text.js';

/** Causes can point at each other in a circle. */
const MAX_DEPTH = 8;

/**
 * What was thrown, without what hangs on it: clients of AWS and of HTTP keep requests, answers and keys
 * on their errors, some of it where only `showHidden` finds it. Name, code, message, stack and causes stay.
 */
export function plainCause(thrown: unknown, depth = MAX_DEPTH): unknown {
  if (!(thrown instanceof Error)) {
    return typeof thrown === 'object' && thrown !== null ? thrownText(thrown) : thrown;
  }
  const { name, stack, cause } = thrown;
  const { code } = thrown as { code?: unknown };
  const message = redactUrlsIn(thrown.message);
  const options = cause === undefined || depth === 0 ? {} : { cause: plainCause(cause, depth - 1) };
  const plain = new Error(message, options);
  const hidden = { enumerable: false, configurable: true, writable: true };
  Object.defineProperty(plain, 'name', { ...hidden, value: name });
  if (stack !== undefined) {
    Object.defineProperty(plain, 'stack', { ...hidden, value: redactUrlsIn(stack) });
  }
  return typeof code === 'string' ? Object.assign(plain, { code }) : plain;
}
