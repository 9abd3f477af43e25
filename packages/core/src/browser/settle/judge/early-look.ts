import type { Clock } from '../../../deadline/clock.js';
import { limits } from '../limits.js';
import type { Cause } from '../watch/causes.js';
import type { PendingInPage } from '../watch/in-page/report.js';
import type { Watched } from '../watch/watched.js';

export interface Passed<T> {
  /** What could be read, came with the action and is gone. */
  texts: string[];
  /** What was seen then, where it still holds but for what is gone. */
  captured?: { value: T };
}

/** A look that came to its end. */
interface Look<T> {
  takenAtMs: number;
  /** What was captured, if all that could be read before still could be after. */
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
  /** Since when there has been something to see, and something known to wait for. */
  #sinceMs: number | undefined;
  #begun: { atMs: number; isOver: boolean; work: Promise<void> } | undefined;
  #kept: Look<T> | undefined;
  #askedAtMs: number;
  /** What had gone by a later look that saw something new, too. */
  readonly #told = new Set<string>();

  constructor(watched: Watched, clock: Clock, capture: (() => Promise<T>) | undefined) {
    this.#watched = watched;
    this.#clock = clock;
    this.#capture = capture;
    this.#askedAtMs = clock.now();
  }

  /** A look that is under way: two captures at a time are one too many for a browser. */
  get work(): Promise<void> | undefined {
    if (!this.#begun || this.#begun.isOver) return undefined;
    const isHung = this.#clock.now() - this.#begun.atMs > limits.hungCaptureMs;
    return isHung ? undefined : this.#begun.work;
  }

  /**
   * Whether the page is to be asked, while causes are waited for outside of it: where it stays, and true once
   * in `glanceEveryMs`.
   */
  isDue(causes: readonly Cause[], nowMs: number): boolean {
    if (!this.#capture || this.work || nowMs < this.#askedAtMs + limits.glanceEveryMs) return false;
    if (!causes.every((cause) => cause.keepsDocument)) return false;
    this.#askedAtMs = nowMs;
    return true;
  }

  /** Something is waited for: looks if there is something new to see, and time to. */
  consider(pending: readonly PendingInPage[], at: { nowMs: number; movedAtMs: number }): void {
    // Of other waits it is known only when they are over at the latest.
    const known = pending.filter(({ kind }) => kind === 'timer' || kind === 'animation');
    if (!this.#capture || this.work || known.length === 0) return;
    this.#sinceMs ??= at.nowMs;
    if (this.#begun && at.movedAtMs <= this.#begun.atMs) return;
    // What fades in is not yet there when it begins to.
    const isFading = pending.some((one) => one.kind === 'animation');
    const quietMs = isFading ? limits.fadedInMs : limits.quietMs;
    const isQuiet = at.nowMs - at.movedAtMs >= quietMs;
    // A page that never holds still is looked at once all the same.
    const isRestless = !this.#begun && at.nowMs - this.#sinceMs >= limits.restlessMs;
    // Until the last of them: what comes before, if it shows anything, is looked at again.
    const leftMs = Math.max(...known.map((one) => one.dueInMs));
    if ((isQuiet || isRestless) && leftMs >= limits.earlyLookMs) this.#take(at.nowMs);
  }

  /** At rest, the page having last moved then: what has gone since the look. */
  async passed(movedAtMs: number): Promise<Passed<T> | undefined> {
    const kept = this.#kept;
    const hasMoved = kept !== undefined && movedAtMs > kept.takenAtMs;
    const gone = hasMoved ? await this.#watched.gone() : undefined;
    const texts = [...new Set([...this.#told, ...(gone?.texts ?? [])])];
    if (texts.length === 0) return undefined;
    const holds = gone && gone.texts.length > 0 && !gone.isOutdated && kept?.captured;
    return { texts, ...(holds ? { captured: holds } : {}) };
  }

  /** When the look that is kept was taken. */
  get takenAtMs(): number | undefined {
    return this.#kept?.takenAtMs;
  }

  #take(nowMs: number): void {
    const begun = { atMs: nowMs, isOver: false, work: Promise.resolve() };
    this.#begun = begun;
    begun.work = this.#look(nowMs, () => this.#begun === begun)
      // One that fails is as if it had not been taken.
      .catch(() => {})
      .then(() => {
        begun.isOver = true;
      });
  }

  async #look(takenAtMs: number, isWanted: () => boolean): Promise<void> {
    const earlier = await this.#outlived();
    if (earlier === 'better') return;
    await this.#watched.note();
    const value = await this.#capture?.();
    // While it was taken the page may have gone on, and it is not known whether it shows that.
    const gone = await this.#watched.gone();
    if (!isWanted()) return;
    const isSeen = value !== undefined && gone !== undefined && gone.texts.length === 0;
    const captured = isSeen ? { value } : earlier?.captured;
    this.#kept = { takenAtMs, ...(captured ? { captured } : {}) };
  }

  /** What has become of the look before: it is better than another, or as good, or of no use any more. */
  async #outlived(): Promise<Look<T> | 'better' | undefined> {
    const kept = this.#kept;
    if (!kept) return undefined;
    const gone = await this.#watched.gone();
    const texts = gone?.texts ?? [];
    // What shows the toast is the better look at a page that has but lost it since.
    if (texts.length > 0 && !gone?.isOutdated && kept.captured) return 'better';
    for (const text of texts) this.#told.add(text);
    this.#kept = undefined;
    return texts.length === 0 && gone?.isOutdated === false ? kept : undefined;
  }
}
