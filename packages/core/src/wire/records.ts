export type TerminalActStatus = 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
/** How a run stands. `RUNNING` until its client or the service ends it. */
export type WorkflowRunStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'DELETING';
/** Where an act is, as the service names it. */
export type ActStatus =
  | 'RUNNING'
  | 'PENDING_CLIENT_ACTION'
  | 'PENDING_HUMAN_ACTION'
  | TerminalActStatus;

/** Where the service exported a trace to. */
export interface TraceLocation {
  /** `S3`: AWS's model has no other. */
  readonly locationType: string;
  /** What it looks like is not documented; `readTrace` of `NovaActControl` reads it. */
  readonly location: string;
}

/** A run in a list of runs. */
export interface WorkflowRunSummary {
  /** The id of the run on the service. */
  readonly workflowRunId: string;
  /** The ARN of the run, for policies. */
  readonly workflowRunArn: string;
  /** How the run stands. */
  readonly status: WorkflowRunStatus;
  /** When the run was created. */
  readonly startedAt: Date;
  /** When the run ended; absent while it has not. */
  readonly endedAt?: Date | undefined;
  /** Where its definition has an `exportConfig`. */
  readonly traceLocation?: TraceLocation | undefined;
}

/** A run by itself. */
export interface WorkflowRunRecord extends Omit<WorkflowRunSummary, 'traceLocation'> {
  /** The model that answers its steps. */
  readonly modelId: string;
  /** The group of CloudWatch Logs that was named when the run was created. */
  readonly logGroupName?: string | undefined;
}

/** An act in a list of acts. */
export interface ActSummary {
  /** The id of the run on the service. */
  readonly workflowRunId: string;
  /** The id of the session on the service. */
  readonly sessionId: string;
  /** The id of the act on the service. */
  readonly actId: string;
  /** How the act stands. */
  readonly status: ActStatus;
  /** When the act was created. */
  readonly startedAt: Date;
  /** When the act ended; absent while it has not. */
  readonly endedAt?: Date | undefined;
  /** Where its definition has an `exportConfig`. */
  readonly traceLocation?: TraceLocation | undefined;
}
