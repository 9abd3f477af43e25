import { NovaActError } from './nova-act-error.js';

/** The workflow's signal was aborted: its run is `FAILED`. `cause` is the signal's reason. */
export class WorkflowCanceledError extends NovaActError {
  override readonly name: string = 'WorkflowCanceledError';
  override readonly code: string = 'WORKFLOW_CANCELED';
}

/** The run is over; nothing more can happen in it. `cause` is what ended it, when it failed. */
export class WorkflowEndedError extends NovaActError {
  override readonly name: string = 'WorkflowEndedError';
  override readonly code: string = 'WORKFLOW_ENDED';
}

/** `currentWorkflow()` was called where no workflow is. */
export class NoCurrentWorkflowError extends NovaActError {
  override readonly name: string = 'NoCurrentWorkflowError';
  override readonly code: string = 'NO_CURRENT_WORKFLOW';
}

export interface WorkflowRunUpdateErrorOptions extends ErrorOptions {
  workflowRunId: string;
  status: 'SUCCEEDED' | 'FAILED';
  result?: unknown;
}

/**
 * The body is done, but the service could not be told the run's terminal status. `cause` says why,
 * `result` is what the body came to. Not used when the body itself failed: then its own error is
 * thrown, with the update's failure in `suppressed`.
 */
export class WorkflowRunUpdateError extends NovaActError {
  override readonly name: string = 'WorkflowRunUpdateError';
  override readonly code: string = 'WORKFLOW_RUN_UPDATE_FAILED';
  readonly workflowRunId: string;
  /** The status that could not be put on record. */
  readonly status: 'SUCCEEDED' | 'FAILED';
  /** Not enumerable: it may be large, and it is the program's own, so no log shows it. */
  declare readonly result: unknown;

  constructor(message: string, options: WorkflowRunUpdateErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.workflowRunId = options.workflowRunId;
    this.status = options.status;
    Object.defineProperty(this, 'result', { value: options.result, enumerable: false });
  }
}

/** The process was told to end, by the signal named. What `shutdownSignal()` aborts with. */
export class ShutdownError extends NovaActError {
  override readonly name: string = 'ShutdownError';
  override readonly code: string = 'SHUTDOWN';
  readonly processSignal: 'SIGINT' | 'SIGTERM';

  constructor(processSignal: 'SIGINT' | 'SIGTERM') {
    super(`The process received ${processSignal}`);
    this.processSignal = processSignal;
  }
}

/** Why a handoff cannot be made or joined. */
export type HandoffProblem =
  /** Not a handoff at all. */
  | 'HANDOFF_MALFORMED'
  /** Made by a version of the package that writes another format. */
  | 'HANDOFF_VERSION'
  /** Its parts do not belong together: damaged or altered on the way. */
  | 'HANDOFF_TAMPERED'
  /** Its run has ended already. */
  | 'HANDOFF_RUN_ENDED'
  /** The service knows no such run. */
  | 'HANDOFF_RUN_UNKNOWN'
  /** The run's end is no longer this workflow's to hand over. */
  | 'HANDOFF_NOT_OWNER';

/** A workflow cannot be handed over or joined. `code` says which of the reasons it is. */
export class HandoffError extends NovaActError {
  override readonly name: string = 'HandoffError';
  override readonly code: HandoffProblem;

  constructor(code: HandoffProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
