export type TerminalActStatus = 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
export type WorkflowRunStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'DELETING';
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
  readonly workflowRunId: string;
  readonly workflowRunArn: string;
  readonly status: WorkflowRunStatus;
  readonly startedAt: Date;
  readonly endedAt?: Date | undefined;
  /** Where its definition has an `exportConfig`. */
  readonly traceLocation?: TraceLocation | undefined;
}

/** A run by itself. */
export interface WorkflowRunRecord extends Omit<WorkflowRunSummary, 'traceLocation'> {
  readonly modelId: string;
  /** Of CloudWatch. */
  readonly logGroupName?: string | undefined;
}

/** An act in a list of acts. */
export interface ActSummary {
  readonly workflowRunId: string;
  readonly sessionId: string;
  readonly actId: string;
  readonly status: ActStatus;
  readonly startedAt: Date;
  readonly endedAt?: Date | undefined;
  /** Where its definition has an `exportConfig`. */
  readonly traceLocation?: TraceLocation | undefined;
}
