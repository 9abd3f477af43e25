import { onAbort } from './on-abort.js';

/**
 * Settles with `work`, or rejects with the signal's reason at the moment it is aborted, whichever
 * is first. What cannot be cancelled (a hung socket, a blocked page) is left to itself: its late
 * result is dropped and its late failure is not an unhandled rejection.
 */
export function preempt<T>(work: PromiseLike<T> | T, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const done = onAbort(signal, () => reject(signal.reason));
    Promise.resolve(work).then(
      (value) => {
        done();
        resolve(value);
      },
      (error: unknown) => {
        done();
        reject(error);
      },
    );
  });
}
