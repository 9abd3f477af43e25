import { limits } from '../limits.js';
import type { PendingInPage } from '../watch/in-page/report.js';

/** So many settles in which it came to nothing, and it is not waited for. */
const inVain = 2;

/**
 * Remembers which timers and loops were waited for in vain: what came to nothing in two settles is
 * not waited for in later ones, until once something is seen to come of it. Their keys belong to one
 * document and to one place in its code. Doubt counts for them: whatever changes until the page is
 * at rest may have come of all that ended before.
 */
export class Habits {
  readonly #useless = new Map<string, number>();
  /** When each was last seen pending in this settle, and when it was due. */
  #seen = new Map<string, { atMs: number; dueAtMs: number }>();
  #pending = new Set<string>();
  /** What was not waited for, by when it was due. */
  readonly #left = new Map<string, number>();

  /** Those of `pending` that are worth waiting for. */
  worthWaiting(pending: PendingInPage[], nowMs: number): PendingInPage[] {
    this.#pending = new Set();
    for (const { key, dueInMs } of pending) {
      if (key === undefined) continue;
      this.#pending.add(key);
      this.#seen.set(key, { atMs: nowMs, dueAtMs: nowMs + dueInMs });
    }
    return this.promising(pending);
  }

  /** The same, where nothing is to be learnt of it. */
  promising(pending: PendingInPage[]): PendingInPage[] {
    return pending.filter(({ key }) => key === undefined || !this.#isUseless(key));
  }

  /** The page is at rest: judges what ended meanwhile. `changedAtMs`: when anything last happened. */
  conclude(changedAtMs: number): void {
    for (const [key, { atMs, dueAtMs }] of this.#seen) {
      if (this.#pending.has(key)) {
        if (this.#isUseless(key)) this.#left.set(key, dueAtMs);
      } else if (changedAtMs >= atMs - limits.timerEffectMs) this.#useless.delete(key);
      else this.#useless.set(key, (this.#useless.get(key) ?? 0) + 1);
    }
  }

  /** All that changed since a look was that something went away: what ended meanwhile does just that. */
  tookAway(sinceMs: number): void {
    for (const [key, { atMs }] of this.#seen) {
      if (atMs < sinceMs || this.#pending.has(key)) continue;
      this.#useless.set(key, inVain);
      this.#seen.delete(key);
    }
  }

  /** Changes that came when nobody waited any more: one may be of what was not waited for. */
  changedLate(timesMs: readonly number[]): void {
    for (const [key, dueAtMs] of this.#left) {
      const isOf = (atMs: number) => atMs >= dueAtMs - 20 && atMs <= dueAtMs + limits.lateEffectMs;
      if (timesMs.some(isOf)) this.#useless.delete(key);
    }
    this.#left.clear();
  }

  /** A settle begins: what was waited for belongs to the action before. */
  reset(): void {
    if (this.#useless.size > 500) this.#useless.clear();
    this.#seen = new Map();
    this.#pending.clear();
  }

  #isUseless(key: string): boolean {
    return (this.#useless.get(key) ?? 0) >= inVain;
  }
}
