import { preempt } from '../../deadline/pre-empt.js';
import { type StopStep, suppress } from '../../errors/index.js';
import { closeNow } from './close-now.js';
import type { OpenInput } from './open-input.js';

/**
 * Opens what goes into something that is open already. When that fails, or is aborted while it hangs,
 * that something is closed again: before the failure is told, or after an abort in the background,
 * where `late` hears of it.
 */
export async function openWithin<T>(
  open: () => Promise<T>,
  close: (signal: AbortSignal) => Promise<unknown>,
  { signal, late, clock }: Pick<OpenInput, 'signal' | 'late' | 'clock'>,
  step?: StopStep,
): Promise<T> {
  try {
    const opened = await preempt(open(), signal);
    signal.throwIfAborted();
    return opened;
  } catch (error) {
    const closing = closeNow(close, clock, step);
    if (signal.aborted) late(closing);
    else await closing.catch((failure: unknown) => suppress(error, failure));
    throw error;
  }
}
