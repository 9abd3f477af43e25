import type { RunPath, WorkflowBinding } from '@nova-act/core/runtime';
import type { Handoff, HandoffOptions } from './handoff/handoff.js';

/** A workflow as the code inside sees it, whether it owns the run or has joined it. */
export interface RunningWorkflow extends WorkflowBinding {
  /** Which run this is; undefined before it has started. */
  readonly workflowRun: RunPath | undefined;
  /**
   * A plain value that lets a worker thread, a child process or another machine act in this run, with
   * `joinWorkflow`. It survives JSON and structured cloning and holds no secret unless asked to.
   * @throws HandoffError, NotStartedError, ValidationError
   */
  handoff(options?: HandoffOptions): Handoff;
}
