import type { Clock } from './clock.js';
import { onAbort } from './on-abort.js';

/** `signal`, aborted earlier with `reason()` once `ms` are over; `close` takes timer and listener away. */
export function timeLimit(
  ms: number | undefined,
  signal: AbortSignal,
  clock: Clock,
  reason: () => Error,
): { readonly signal: AbortSignal; close(): void } {
  if (ms === undefined) return { signal, close: () => {} };
  const controller = new AbortController();
  const unlink = onAbort(signal, () => controller.abort(signal.reason));
  const stopTimer = clock.after(ms, () => controller.abort(reason()));
  const close = () => {
    unlink();
    stopTimer();
  };
  return { signal: controller.signal, close };
}
