import type { Clock } from '../../../deadline/clock.js';
import { limits } from '../limits.js';
import type { PendingInPage } from '../watch/in-page/report.js';
import type { Watched } from '../watch/watched.js';

export interface Passed<T> {
  /** What could be read, came with the action and is gone. */
  texts: string[];
  /** What was seen then, where it still holds but for what is gone. */
  captured?: { value: T };
}

/**
 * A look in the midst of waiting, at what may be gone at rest: a toast is there for two seconds, and
 * the timer that takes it away looks like any other. Taken only while a known wait leaves the time.
 */
export class EarlyLook<T> {
  readonly #watched: Watched;
  readonly #clock: Clock;
  readonly #capture: (() => Promise<T>) | undefined;
  #takenAtMs: number | undefined;
  #doneAtMs: number | undefined;
  #captured: { value: T } | undefined;
  #work: Promise<void> | undefined;

  constructor(watched: Watched, clock: Clock, capture: (() => Promise<T>) | undefined) {
    this.#watched = watched;
    this.#clock = clock;
    this.#capture = capture;
  }

  /** A look that is under way: two captures at a time are one too many for a browser. */
  get work(): Promise<void> | undefined {
    if (this.#doneAtMs !== undefined || this.#takenAtMs === undefined) return undefined;
    const isHung = this.#clock.now() - this.#takenAtMs > limits.hungCaptureMs;
    return isHung ? undefined : this.#work;
  }

  /** Something is waited for: looks if there is something new to see, and time to. */
  consider(pending: readonly PendingInPage[], at: { nowMs: number; movedAtMs: number }): void {
    // Of other waits it is known only when they are over at the latest.
    const isKnown = pending.every(({ kind }) => kind === 'timer' || kind === 'animation');
    if (!this.#capture || this.work || pending.length === 0 || !isKnown) return;
    if (this.#takenAtMs !== undefined && at.movedAtMs <= this.#takenAtMs) return;
    // What fades in is not yet there when it begins to.
    const isFading = pending.some((one) => one.kind === 'animation');
    const quietMs = isFading ? limits.fadedInMs : limits.quietMs;
    const leftMs = Math.min(...pending.map((one) => one.dueInMs));
    if (at.nowMs - at.movedAtMs < quietMs || leftMs < limits.earlyLookMs) return;
    this.#take(at.nowMs);
  }

  /** At rest, the page having last moved then: what has gone since the look. */
  async passed(movedAtMs: number): Promise<Passed<T> | undefined> {
    const [takenAtMs, doneAtMs] = [this.#takenAtMs, this.#doneAtMs];
    if (takenAtMs === undefined || doneAtMs === undefined || movedAtMs <= doneAtMs)
      return undefined;
    const gone = await this.#watched.gone();
    if (!gone || gone.texts.length === 0) return undefined;
    const holds = !gone.isOutdated && this.#captured;
    return { texts: gone.texts, ...(holds ? { captured: holds } : {}) };
  }

  /** When the look was taken, once it is. */
  get takenAtMs(): number | undefined {
    return this.#doneAtMs === undefined ? undefined : this.#takenAtMs;
  }

  #take(nowMs: number): void {
    this.#takenAtMs = nowMs;
    this.#doneAtMs = undefined;
    this.#captured = undefined;
    const look = async () => {
      await this.#watched.note();
      const value = await this.#capture?.();
      if (value !== undefined && this.#takenAtMs === nowMs) this.#captured = { value };
    };
    this.#work = look()
      // One that fails is as if it had not been taken.
      .catch(() => {})
      .then(() => {
        if (this.#takenAtMs === nowMs) this.#doneAtMs = this.#clock.now();
      });
  }
}
