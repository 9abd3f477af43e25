import type { CallView } from './events.js';
import type { CallOutcome } from './program.js';

/** A step that is about to be executed, as `beforeStep` gets it. */
export interface PlannedStep {
  /** 1 for the first. */
  step: number;
  /** The service's id for the step; absent where it is played from memory. */
  stepId?: string | undefined;
  /** Played from memory: the service was not asked. */
  played?: true | undefined;
  /** What the agent wants to do in this step, in order. */
  calls: readonly CallView[];
}

/** One executed step, as `onStep` gets it. */
export interface ActStep extends PlannedStep {
  /** What each executed call came to, in order. */
  results: readonly CallOutcome[];
}

/**
 * What an act does with the session's `memory`. `use`: it is played where it is remembered, and what does
 * not hold is done by the model and mended. `record`: the model does it all, and it is remembered anew.
 * `only`: it is played or it fails, and nothing is written. `off`: as without a memory.
 */
export type MemoryMode = 'use' | 'record' | 'only' | 'off';

/** How one act is done: its limits, and who hears of its steps. */
export interface ActOptions {
  /** Answers of the agent the act may use up: 1–199. Default 30. */
  maxSteps?: number | undefined;
  /** Milliseconds for the whole act: 2,000–1,800,000. Default 1,800,000. */
  timeoutMs?: number | undefined;
  /** Milliseconds to wait before the first look at the page. Default 0. */
  observationDelayMs?: number | undefined;
  /** Ends the act with `ActCanceledError`. Aborted beforehand, nothing is sent. */
  signal?: AbortSignal | undefined;
  /**
   * Called with each step before anything of it is done, and awaited; what it throws ends the act, without
   * the step, and is thrown to you.
   */
  beforeStep?: ((step: PlannedStep) => void | Promise<void>) | undefined;
  /** Called after each step and awaited; what it throws ends the act and is thrown to you. */
  onStep?: ((step: ActStep) => void | Promise<void>) | undefined;
  /** Needs the session's `memory`. Default `use` where there is one. */
  memory?: MemoryMode | undefined;
  /**
   * Texts for the names in the prompt, `Fly from {{from}}`: what is remembered has the names, so that it
   * serves all values. The service is sent the values.
   */
  variables?: Readonly<Record<string, string>> | undefined;
}
