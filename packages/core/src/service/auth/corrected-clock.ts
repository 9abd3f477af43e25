import type { Clock } from '../../deadline/clock.js';
import type { Logger } from '../../logger.js';

/** This machine's time, put right by what the service says it is. */
export interface CorrectedClock extends Clock {
  /** How far the service's time is ahead of this machine's. */
  readonly offsetMs: number;
  /** Takes `serverMs` for the time now, from here on. */
  correct(serverMs: number): void;
}

/**
 * Signatures are good for five minutes, and a machine's clock may be off by more: then the service's own
 * time is used, as the AWS SDKs do it. The machine's clock is not touched.
 */
export function correctedClock(clock: Clock | CorrectedClock, logger: Logger): CorrectedClock {
  if ('correct' in clock) return clock;
  let offsetMs = 0;
  return {
    get offsetMs() {
      return offsetMs;
    },
    now: () => clock.now() + offsetMs,
    after: (ms, fn, options) => clock.after(ms, fn, options),
    correct(serverMs) {
      offsetMs = serverMs - clock.now();
      const minutes = Math.round(Math.abs(offsetMs) / 60_000);
      logger.warn("This machine's clock is off; requests are signed with the service's time", {
        clock: `${minutes} minutes ${offsetMs > 0 ? 'behind' : 'ahead'}`,
      });
    },
  };
}
