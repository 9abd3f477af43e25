import type { Page } from 'playwright';
import type { Clock } from '../../deadline/clock.js';
import type { SettleReport } from '../actuator.js';

/** The moment before an action: what a settler compares with afterwards. Opaque to callers. */
export interface SettleMark {
  readonly atMs: number;
}

/** `events` follows what an action caused; `polling` compares pictures of the page. */
export type SettleMode = 'events' | 'polling';

export interface SettleOptions<T> {
  signal: AbortSignal;
  /**
   * May be started early, in the quiet window; its result is handed back only if nothing moved meanwhile.
   */
  capture?: (() => Promise<T>) | undefined;
  /**
   * Whether the page has come to where somebody waits for it to come: asked when nothing is pending, and
   * again when it has moved since. Then a quiet window as after instant effects will do.
   */
  arrived?: (() => Promise<boolean>) | undefined;
}

/**
 * Watches one page and says when the effects of an action have come to rest. One is attached when a
 * page is first acted upon; it never changes what the page does and never rejects because of it.
 */
export interface Settler {
  /** The mark of a page that came of an action, until it is asked for. */
  beginning?(): SettleMark | undefined;
  /** Call before each action (and before a navigation). */
  mark(signal: AbortSignal): Promise<SettleMark>;
  /**
   * Resolves when the effects of what was done since `mark` have come to rest, at the latest after
   * 3 s of waiting. A mark that was settled before is not an action any more: then
   * the page has but to hold still. Rejects only with the signal's reason, or when the page is gone.
   */
  settle<T>(mark: SettleMark, options: SettleOptions<T>): Promise<SettleReport & { captured?: T }>;
  /** Takes every observer, binding and CDP session out of the page again. */
  detach(): Promise<void>;
}

export interface SettlerOptions {
  /** Default `events`. */
  mode?: SettleMode;
  /**
   * Follow timers, frame loops, workers and closed shadow roots too. What the page itself schedules
   * can be seen from inside the page only, so this stands in front of `setTimeout` and its kin in
   * the page's own world (as transparent proxies, put back by `detach`). Without it such effects are
   * found by the page's movements alone: slower, and wrong where a page is quiet before it changes.
   * Default true.
   */
  followScheduling?: boolean;
  /**
   * The page came of an action: all that it has done since its beginning is an effect, and `beginning`
   * is the mark of that. Default false.
   */
  isEffect?: boolean;
  /** The longest wait of one `settle`, in ms. Default 3,000. */
  capMs?: number;
  clock?: Clock;
}

export type AttachSettler = (page: Page, options?: SettlerOptions) => Promise<Settler>;
