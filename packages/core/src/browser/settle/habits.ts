import type { PendingInPage } from './in-page/report.js';

/** How long after its end a timer may still show an effect. */
const afterwardsMs = 80;

/**
 * Remembers, for one page, which timers and loops were waited for in vain: what came to nothing twice
 * is not waited for again.
 */
export class Habits {
  readonly #useless = new Map<string, number>();
  readonly #waiting = new Map<string, number>();
  #ended: { key: string; atMs: number }[] = [];

  /** Those of `pending` that are worth waiting for. `changedAtMs`: when anything last happened. */
  worthWaiting(pending: PendingInPage[], nowMs: number, changedAtMs: number): PendingInPage[] {
    const present = new Set<string>();
    for (const { key, dueInMs } of pending) {
      if (key === undefined) continue;
      present.add(key);
      const dueAtMs = nowMs + dueInMs;
      const before = this.#waiting.get(key);
      // The same timer again, due later: the one before is over.
      if (before !== undefined && dueAtMs > before + 10 && nowMs >= before - 10) {
        this.#ended.push({ key, atMs: before });
      }
      this.#waiting.set(key, dueAtMs);
    }
    for (const key of this.#waiting.keys()) {
      if (present.has(key)) continue;
      this.#waiting.delete(key);
      this.#ended.push({ key, atMs: nowMs });
    }
    this.judge(nowMs, changedAtMs);
    return pending.filter(({ key }) => key === undefined || (this.#useless.get(key) ?? 0) < 2);
  }

  /** Counts what ended and changed nothing. */
  judge(nowMs: number, changedAtMs: number): void {
    this.#ended = this.#ended.filter(({ key, atMs }) => {
      if (nowMs < atMs + afterwardsMs) return true;
      const changed = changedAtMs >= atMs - afterwardsMs;
      this.#useless.set(key, changed ? 0 : (this.#useless.get(key) ?? 0) + 1);
      return false;
    });
  }

  /** What was waited for belongs to the action before. */
  reset(): void {
    this.#waiting.clear();
    this.#ended = [];
  }
}
