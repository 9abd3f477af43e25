import type { NovaActEvent } from '../act/events.js';

/** What a session has come to so far. Times are milliseconds. */
export interface SessionSummary {
  /** How many acts ended how. */
  acts: {
    /** Acts that gave a result. */
    succeeded: number;
    /** Acts that ended in an error, those that were canceled included. */
    failed: number;
    /** Acts that were ended by their `timeoutMs`. */
    timedOut: number;
  };
  /** Steps whose answer from the service has been executed. */
  numStepsExecuted: number;
  /** Of all acts, without the time that people were waited for. */
  timeWorkedMs: number;
  /** Milliseconds that people took to answer. */
  humanWaitMs: number;
  /** That the service took to answer. */
  serverTimeMs: number;
}

/** Sums up the acts of a session as their events tell of them. */
export class SessionTally {
  readonly #sum: SessionSummary = {
    acts: { succeeded: 0, failed: 0, timedOut: 0 },
    numStepsExecuted: 0,
    timeWorkedMs: 0,
    humanWaitMs: 0,
    serverTimeMs: 0,
  };

  hear(event: NovaActEvent): void {
    if (event.type !== 'act.finished') return;
    const { status, metadata } = event;
    const sum = this.#sum;
    sum.acts[COUNTERS[status]]++;
    for (const key of SUMMED) sum[key] += metadata[key];
  }

  get summary(): SessionSummary {
    return structuredClone(this.#sum);
  }
}

const COUNTERS = { SUCCEEDED: 'succeeded', FAILED: 'failed', TIMED_OUT: 'timedOut' } as const;
const SUMMED = ['numStepsExecuted', 'timeWorkedMs', 'humanWaitMs', 'serverTimeMs'] as const;
