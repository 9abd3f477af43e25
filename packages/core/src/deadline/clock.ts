/** Time as the library takes it, so that a test can hold it still. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /**
   * Calls `fn` after `ms`; the function given back cancels it. With `keepsAlive: false` the process may
   * end meanwhile.
   */
  after(ms: number, fn: () => void, options?: { readonly keepsAlive?: boolean }): () => void;
}

/** The time of the machine, and its timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, fn, { keepsAlive = true } = {}) {
    const timer = setTimeout(fn, ms);
    if (!keepsAlive) timer.unref();
    return () => clearTimeout(timer);
  },
};
