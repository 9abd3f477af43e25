import type { Clock } from '../deadline/clock.js';

export interface HoldableTimer {
  /** Time stands still from here on, until the function given back is called; holds may overlap. */
  hold(): () => void;
  stop(): void;
}

/** Calls `fn` once `ms` have gone by in which nobody held it. */
export function holdableTimer(ms: number, clock: Clock, fn: () => void): HoldableTimer {
  let leftMs = ms;
  let holds = 0;
  let isOver = false;
  let sinceMs = clock.now();
  const end = () => {
    isOver = true;
    fn();
  };
  let cancel = clock.after(leftMs, end);
  const hold = () => {
    if (holds === 0) {
      cancel();
      leftMs = Math.max(0, leftMs - (clock.now() - sinceMs));
    }
    holds += 1;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      holds -= 1;
      if (holds > 0 || isOver) return;
      sinceMs = clock.now();
      cancel = clock.after(leftMs, end);
    };
  };
  const stop = () => {
    isOver = true;
    cancel();
  };
  return { hold, stop };
}
