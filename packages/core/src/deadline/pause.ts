import { type Clock, systemClock } from './clock.js';
import { onAbort } from './on-abort.js';

/** Resolves after `ms`, or rejects with the signal's reason when it is aborted before. */
export function pause(ms: number, signal?: AbortSignal, clock: Clock = systemClock): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const cancel = clock.after(ms, () => {
      off();
      resolve();
    });
    const off = onAbort(signal, () => {
      cancel();
      reject(signal?.reason);
    });
  });
}
