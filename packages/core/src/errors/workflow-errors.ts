import type { HandoffProblem } from './codes.js';
import { NovaActError } from './nova-act-error.js';

/** The workflow's signal was aborted: its run is `FAILED`. `cause` is the signal's reason. */
export class WorkflowCanceledError extends NovaActError {
  override readonly name: string = 'WorkflowCanceledError';
  override readonly code = 'WORKFLOW_CANCELED';
}

/** The run is over; nothing more can happen in it. `cause` is what ended it, when it failed. */
export class WorkflowEndedError extends NovaActError {
  override readonly name: string = 'WorkflowEndedError';
  override readonly code = 'WORKFLOW_ENDED';
}

/** `currentWorkflow()` was called where no workflow is. */
export class NoCurrentWorkflowError extends NovaActError {
  override readonly name: string = 'NoCurrentWorkflowError';
  override readonly code = 'NO_CURRENT_WORKFLOW';
}

export interface WorkflowRunUpdateErrorOptions extends ErrorOptions {
  /** The id of the run on the service. */
  workflowRunId: string;
  status: 'SUCCEEDED' | 'FAILED';
  recordedStatus?: string | undefined;
  result?: unknown;
}

/**
 * The body is done, but the service could not be told the run's terminal status. `cause` says why,
 * `recordedStatus` what the run is on record instead (`TIMED_OUT`, say), where the service said so, and
 * `result` is what the body came to. Not used when the body itself failed: then its own error is
 * thrown, with the update's failure in `suppressed`.
 */
export class WorkflowRunUpdateError extends NovaActError {
  override readonly name: string = 'WorkflowRunUpdateError';
  override readonly code = 'WORKFLOW_RUN_UPDATE_FAILED';
  /** The id of the run on the service. */
  readonly workflowRunId: string;
  /** The status that could not be put on record. */
  readonly status: 'SUCCEEDED' | 'FAILED';
  /** What the service has on record; undefined when it is not known, or nothing terminal yet. */
  declare readonly recordedStatus?: string | undefined;
  /** Not enumerable: it may be large, and it is the program's own, so no log shows it. */
  declare readonly result: unknown;

  constructor(message: string, options: WorkflowRunUpdateErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.workflowRunId = options.workflowRunId;
    this.status = options.status;
    if (options.recordedStatus !== undefined) this.recordedStatus = options.recordedStatus;
    Object.defineProperty(this, 'result', { value: options.result, enumerable: false });
  }
}

/** The process was told to end, by the signal named. What `shutdownSignal()` aborts with. */
export class ShutdownError extends NovaActError {
  override readonly name: string = 'ShutdownError';
  override readonly code = 'SHUTDOWN';
  /** The signal that the process was sent. */
  readonly processSignal: 'SIGINT' | 'SIGTERM' | 'SIGHUP';

  constructor(processSignal: 'SIGINT' | 'SIGTERM' | 'SIGHUP') {
    super(`The process received ${processSignal}`);
    this.processSignal = processSignal;
  }
}

/** A workflow cannot be handed over or joined. `code` says which of the reasons it is. */
export class HandoffError extends NovaActError {
  override readonly name: string = 'HandoffError';
  override readonly code: HandoffProblem;

  constructor(code: HandoffProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
