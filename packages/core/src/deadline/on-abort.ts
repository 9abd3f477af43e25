/** What is to be called when each signal is aborted, behind one listener for each. */
const waiting = new WeakMap<AbortSignal, { listener: () => void; calls: Set<() => void> }>();

/**
 * Calls `fn` when `signal` is aborted, or at once when it is; the function given back takes it away.
 * However many wait for a signal, it has one listener: a program may hang a thousand workflows on one
 * signal, and from eleven on Node warns of a leak, on standard error. The last to go takes the
 * listener away.
 */
export function onAbort(signal: AbortSignal | undefined, fn: () => void): () => void {
  if (!signal) return () => {};
  if (signal.aborted) {
    fn();
    return () => {};
  }
  const entry = waiting.get(signal) ?? listen(signal);
  // A function of its own: the same `fn` may wait twice.
  const call = () => fn();
  entry.calls.add(call);
  return () => {
    entry.calls.delete(call);
    if (entry.calls.size > 0 || waiting.get(signal) !== entry) return;
    waiting.delete(signal);
    signal.removeEventListener('abort', entry.listener);
  };
}

function listen(signal: AbortSignal) {
  const calls = new Set<() => void>();
  const listener = () => {
    waiting.delete(signal);
    // A set is walked as it is: what one call takes away is not called after it.
    for (const call of calls) call();
  };
  const entry = { listener, calls };
  waiting.set(signal, entry);
  signal.addEventListener('abort', listener, { once: true });
  return entry;
}
