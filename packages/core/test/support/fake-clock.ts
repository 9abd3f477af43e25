import type { Clock } from '../../src/deadline/clock.js';

/** Time that stands still until it is told to go on. */
export function fakeClock(startMs = 1_000_000): Clock & { advance(ms: number): void } {
  let nowMs = startMs;
  let timers: { atMs: number; fn: () => void }[] = [];
  return {
    now: () => nowMs,
    after(ms, fn) {
      const timer = { atMs: nowMs + ms, fn };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      nowMs += ms;
      const due = timers.filter((timer) => timer.atMs <= nowMs);
      timers = timers.filter((timer) => timer.atMs > nowMs);
      for (const timer of due) timer.fn();
    },
  };
}
