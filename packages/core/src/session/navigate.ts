import { asActError, withoutRedirect } from '../act/as-act-error.js';
import type { Actuator } from '../browser/actuator.js';
import { preempt } from '../deadline/pre-empt.js';
import { NotStartedError, ValidationError } from '../errors/index.js';
import type { GoToUrlOptions } from './go-to-url-options.js';

/** A navigation that the user asked for, as far as they want it waited for. No redirect reaches a user. */
export async function navigate(
  actuator: Actuator,
  url: string,
  { waitUntil = 'settled', timeoutMs, referer, by = 'program' }: Omit<GoToUrlOptions, 'signal'>,
  signal: AbortSignal,
): Promise<void> {
  const isSettled = waitUntil === 'settled';
  const asked = { timeoutMs, referer, waitUntil: isSettled ? undefined : waitUntil };
  try {
    await preempt(actuator.goToUrl(url, signal, by, asked), signal);
    if (isSettled) await preempt(actuator.settle(signal), signal);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    // An address that may not be opened is the caller's own to mend.
    if (error instanceof ValidationError || error instanceof NotStartedError) throw error;
    throw withoutRedirect(asActError(error, signal, 'goToUrl'));
  }
}
