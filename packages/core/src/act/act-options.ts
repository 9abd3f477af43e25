import type { CallView } from './events.js';
import type { CallOutcome } from './program.js';

/** One executed step, as `onStep` gets it. */
export interface ActStep {
  /** 1 for the first. */
  step: number;
  stepId: string;
  calls: readonly CallView[];
  /** What each executed call came to, in order. */
  results: readonly CallOutcome[];
}

export interface ActOptions {
  /** Answers of the agent the act may use up: 1–199. Default 30. */
  maxSteps?: number | undefined;
  /** Milliseconds for the whole act: 2,000–1,800,000. Default 1,800,000. */
  timeoutMs?: number | undefined;
  /** Milliseconds to wait before the first look at the page. Default 0. */
  observationDelayMs?: number | undefined;
  /** Ends the act with `ActCanceledError`. Aborted beforehand, nothing is sent. */
  signal?: AbortSignal | undefined;
  /** Called after each step and awaited; what it throws ends the act and is thrown to you. */
  onStep?: ((step: ActStep) => void | Promise<void>) | undefined;
}
