import type { Logger } from './logger.js';
import type { NovaActService } from './service/nova-act-service.js';

/** Something a run must see ended before it ends itself: an open browser session. */
export interface RunResident {
  /** Ends acts in flight, then closes what the session opened. Never rejects. */
  close(reason: unknown): Promise<void>;
}

/**
 * What a session needs of the workflow it belongs to. `Workflow` of `@nova-act/workflow` is one.
 * A `NovaAct` binds to it when it is constructed.
 */
export interface WorkflowBinding {
  /** The name of the workflow definition. */
  readonly workflowDefinitionName: string;
  /** Throws before the run has started. */
  readonly workflowRunId: string;
  /** What the requests of its sessions go to. */
  readonly service: NovaActService;
  /** Aborted when the run is; every session and act of the run ends with it. */
  readonly signal: AbortSignal;
  /** Where sessions speak that have no `logger` of their own. */
  readonly logger: Logger;
  /** Adds an open session; the function given back takes it out again. */
  admit(resident: RunResident): () => void;
}
