import type { StopStep } from '../errors/index.js';

/** Something to be done at an end, under the name that it has in a `StopFailedError`. */
export interface ClosingWork {
  readonly step: StopStep;
  /** @param signal is aborted when its time is up */
  run(signal: AbortSignal): Promise<unknown>;
}
