import { onAbort, pause } from '@nova-act/core/runtime';

/** Resolves `graceMs` after `signal` is aborted. `stop` takes its listener and its timer away. */
export function afterAbort(signal: AbortSignal | undefined, graceMs: number) {
  const timer = new AbortController();
  let resolve = () => {};
  const elapsed = new Promise<void>((settle) => {
    resolve = settle;
  });
  const off = onAbort(signal, () => {
    pause(graceMs, timer.signal).then(resolve, () => undefined); // Rejects when stopped: not needed.
  });
  return {
    elapsed,
    stop() {
      off();
      timer.abort();
    },
  };
}
