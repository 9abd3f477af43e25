const DAY_MS = 86_400_000;

/** The system's clock on another day: its timers are real. */
export class ShiftedClock {
  days = 0;

  now(): number {
    return Date.now() + this.days * DAY_MS;
  }

  after(ms: number, fn: () => void): () => void {
    const timer = setTimeout(fn, ms);
    return () => clearTimeout(timer);
  }
}
