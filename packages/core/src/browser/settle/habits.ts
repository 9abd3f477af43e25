import type { PendingInPage } from './in-page/report.js';

/** How long after its end a timer may still show an effect. */
const afterwardsMs = 80;

/**
 * Remembers, for one page, which timers and loops were waited for in vain: what came to nothing in two
 * settles is not waited for in later ones. Within one settle that says nothing: a countdown comes to
 * nothing until its last step.
 */
export class Habits {
  readonly #uselessSettles = new Map<string, number>();
  readonly #waiting = new Map<string, number>();
  /** Whether anything changed around an end, of what ended in this settle. */
  readonly #changed = new Map<string, boolean>();
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
    return pending.filter(
      ({ key }) => key === undefined || (this.#uselessSettles.get(key) ?? 0) < 2,
    );
  }

  /** Looks whether what ended some time ago changed anything. */
  judge(nowMs: number, changedAtMs: number): void {
    this.#ended = this.#ended.filter(({ key, atMs }) => {
      if (nowMs < atMs + afterwardsMs) return true;
      const changed = changedAtMs >= atMs - afterwardsMs;
      this.#changed.set(key, changed || this.#changed.get(key) === true);
      return false;
    });
  }

  /** A settle begins: what was waited for belongs to the action before. */
  reset(): void {
    for (const [key, changed] of this.#changed) {
      this.#uselessSettles.set(key, changed ? 0 : (this.#uselessSettles.get(key) ?? 0) + 1);
    }
    this.#changed.clear();
    this.#waiting.clear();
    this.#ended = [];
  }
}
