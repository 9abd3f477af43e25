import type { RunPath, WorkflowBinding } from '@nova-act/core/runtime';
import type { RunOutcome } from '../run/run-outcome.js';
import type { Handoff, HandoffOptions, TransferredHandoff } from './handoff.js';

/** A workflow as the code inside sees it, whether it owns the run or has joined it. */
export interface RunningWorkflow extends WorkflowBinding {
  /** Which run this is; undefined before it has started. */
  readonly workflowRun: RunPath | undefined;
  /**
   * Resolves when the run is over on this side: its sessions are closed, and its status is on record or
   * could not be put there. Never rejects. An abort rejects before that: await this, or `allRunsEnded()`,
   * where the process is frozen or gone afterwards, as in a Lambda or before `process.exit()`.
   */
  readonly ended: Promise<RunOutcome>;
  /**
   * A plain value that lets a worker thread, a child process or another machine act in this run, with
   * `joinWorkflow`. It survives JSON and structured cloning and holds no secret unless asked to.
   * @throws HandoffError, NotStartedError, ValidationError
   */
  handoff(options: HandoffOptions & { ownership: 'transfer' }): TransferredHandoff;
  /** The same with `ownership: 'share'`, the default, or an ownership that is known only when it runs. */
  handoff(options?: HandoffOptions): Handoff;
}
