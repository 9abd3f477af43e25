import type { ActEnvironment } from './act-environment.js';
import type { PageView } from './page-view.js';
import type { StepMemory } from './step-memory.js';

/** What all that happens in one act shares. */
export interface ActScope {
  readonly env: ActEnvironment;
  /** The id of the act on the service. */
  readonly actId: string;
  readonly prompt: string;
  readonly signal: AbortSignal;
  readonly page: PageView;
  /** What the act remembers; undefined for one that remembers nothing. */
  readonly memory: StepMemory | undefined;
  /** Stops the act's clock until the function given back is called. */
  holdTime(): () => void;
}

/** What the calls of one step share while they run. */
export interface CallScope extends ActScope {
  readonly step: number;
}
