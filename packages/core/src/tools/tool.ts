/** What a tool is given beside its input. */
export interface ToolContext {
  /** Aborted when the act ends early; stop what you are doing. */
  signal: AbortSignal;
  sessionId: string;
  actId: string;
  workflowRunId: string;
}
