import type { SettleReport } from '../actuator.js';

/** The moment before an action: what a settler compares with afterwards. Opaque to callers. */
export interface SettleMark {
  readonly atMs: number;
}

/**
 * Watches one page and says when the effects of an action have come to rest. One is attached when a
 * page is first acted upon; it never changes what the page does and never rejects because of it.
 */
export interface Settler {
  /** Call before each action (and before a navigation). */
  mark(signal: AbortSignal): Promise<SettleMark>;
  /**
   * Resolves when the effects of what was done since `mark` have come to rest, at the latest after
   * 3 s of waiting. `capture` may be started early, in the quiet window; its result is handed back
   * only if nothing moved meanwhile. Rejects only with the signal's reason, or when the page is gone.
   */
  settle<T>(
    mark: SettleMark,
    options: { signal: AbortSignal; capture?: () => Promise<T> },
  ): Promise<SettleReport & { captured?: T }>;
  /** Takes every observer, binding and CDP session out of the page again. */
  detach(): Promise<void>;
}
