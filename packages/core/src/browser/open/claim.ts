import { preempt } from '../../deadline/pre-empt.js';

/**
 * Waits for something that is opening, no longer than the signal allows. What opens after that is
 * still closed: `late` hears of the closing, so that a stop can wait for it.
 */
export async function claim<T>(
  opening: Promise<T>,
  close: (opened: T) => Promise<unknown>,
  signal: AbortSignal,
  late: (closing: Promise<unknown>) => void,
): Promise<T> {
  try {
    const opened = await preempt(opening, signal);
    if (!signal.aborted) return opened;
    throw signal.reason;
  } catch (error) {
    if (signal.aborted) {
      late(
        opening.then(close, () => {
          // It never opened: there is nothing to close, and the abort is what is reported.
        }),
      );
    }
    throw error;
  }
}
