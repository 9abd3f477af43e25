import type { Clock } from '../../../deadline/clock.js';
import { onAbort } from '../../../deadline/on-abort.js';
import { preempt } from '../../../deadline/pre-empt.js';
import { NovaActError, ValidationError } from '../../../errors/index.js';
import { plainLine } from '../../../errors/plain-text.js';
import { mapUrlsIn } from '../../../errors/redact-url.js';
import { thrownMessage } from '../../../errors/thrown-text.js';
import { placeOf } from '../cdp-error.js';

const SAID_LENGTH = 500;

export interface Asked<T> {
  /** The option that the function was given as. */
  readonly field: string;
  readonly timeoutMs: number;
  readonly remedy: string;
  ask(signal: AbortSignal): Promise<T> | T;
  /** What it must not say. */
  readonly secrets?: readonly string[];
  /** Whether it may throw errors of this library, which say all that there is to say. */
  readonly keepsOwn?: boolean;
}

/**
 * Calls a function of the user's that tells where a browser is. It has a deadline, and what it throws
 * becomes an error that names the option.
 * @throws ValidationError; the reason of `signal`
 */
export async function askFor<T>(
  { field, timeoutMs, remedy, ask, secrets, keepsOwn = false }: Asked<T>,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<T> {
  signal.throwIfAborted();
  const end = new AbortController();
  const within = `${timeoutMs.toLocaleString('en-US')} ms`;
  const late = new ValidationError(`gave no answer within ${within}`, { field, remedy });
  const stop = clock.after(timeoutMs, () => end.abort(late));
  const off = onAbort(signal, () => end.abort(signal.reason));
  try {
    return await preempt((async () => ask(end.signal))(), end.signal);
  } catch (error) {
    if (end.signal.aborted) throw end.signal.reason;
    if (keepsOwn && error instanceof NovaActError) throw error;
    const cause = sealed(error, secrets);
    throw new ValidationError(`failed: ${cause.message}`, { field, remedy }, { cause });
  } finally {
    stop();
    off();
  }
}

/**
 * What was thrown, as it may be shown: its words without `secrets`, and of an address only the host, since
 * a key is in the path as often as in the query.
 */
export function sealed(thrown: unknown, secrets: readonly string[] = []): Error {
  const text = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, 'REDACTED'), thrownMessage(thrown));
  const name = thrown instanceof Error ? thrown.name : 'Error';
  const said = plainLine(
    mapUrlsIn(text, (url) => `${placeOf(url)}/…`),
    SAID_LENGTH,
  );
  return Object.assign(new Error(said || name), { name });
}
