import type { JsonObject, JsonValue } from './json.js';
import type { ActSummary, TerminalActStatus, WorkflowRunSummary } from './records.js';

/** How a run can be ended by its client. */
export type TerminalRunStatus = 'SUCCEEDED' | 'FAILED';

export interface ToolSpec {
  name: string;
  description: string;
  inputSchema: { json: JsonObject };
}

/** One call of the agent's program, as the service sends it. */
export interface WireCall {
  /** The id of the call, from the service. */
  callId: string;
  name: string;
  input: JsonValue;
}

/** What one call came to, as the service takes it. */
export interface CallResult {
  /** The id of the call, from the service. */
  callId: string;
  content: { text: string }[];
}

/** Which run is meant: its id, and the definition that it is of. */
export interface RunPath {
  /** The name of the workflow definition. */
  workflowDefinitionName: string;
  /** The id of the run on the service. */
  workflowRunId: string;
}
export interface SessionPath extends RunPath {
  /** The id of the session on the service. */
  sessionId: string;
}
export interface ActPath extends SessionPath {
  /** The id of the act on the service. */
  actId: string;
}

/** Which page of a list; without any, its first. */
export interface PageInput {
  /** 1–100; the service decides where it is left out. */
  maxResults?: number | undefined;
  /** The `nextToken` of the answer before. Left out, the list begins. */
  nextToken?: string | undefined;
  /** By the time they began, the oldest or the newest first. The service decides where it is left out. */
  sortOrder?: 'Ascending' | 'Descending' | undefined;
}
export interface ListWorkflowRunsInput extends PageInput {
  /** The name of the workflow definition. */
  workflowDefinitionName: string;
}
export interface ListSessionsInput extends PageInput, RunPath {}
export interface ListActsInput extends PageInput {
  /** The name of the workflow definition. */
  workflowDefinitionName: string;
  /** Only the acts of this run; without it those of the definition. */
  workflowRunId?: string | undefined;
  /** Only the acts of this session. */
  sessionId?: string | undefined;
}

/** One page; `nextToken` is there when more follow. */
export interface ListWorkflowRunsOutput {
  readonly workflowRunSummaries: readonly WorkflowRunSummary[];
  readonly nextToken?: string | undefined;
}
export interface ListSessionsOutput {
  readonly sessionSummaries: readonly { readonly sessionId: string }[];
  readonly nextToken?: string | undefined;
}
export interface ListActsOutput {
  readonly actSummaries: readonly ActSummary[];
  readonly nextToken?: string | undefined;
}

/** Of what creates something. */
export interface TokenInput {
  /** 33–256 letters, digits and hyphens: the same one gives the same thing again. Default: a new one. */
  clientToken?: string | undefined;
}
export interface CreateSessionInput extends RunPath, TokenInput {}
export interface CreateWorkflowRunInput extends TokenInput {
  /** The name of the workflow definition. */
  workflowDefinitionName: string;
  modelId: string;
  logGroupName?: string | undefined;
}
export interface CreateActInput extends SessionPath, TokenInput {
  task: string;
  toolSpecs?: ToolSpec[] | undefined;
}
export interface InvokeActStepInput extends ActPath {
  callResults: CallResult[];
  previousStepId?: string | undefined;
}
export interface InvokeActStepOutput {
  calls: WireCall[];
  stepId: string;
}
export interface UpdateActInput extends ActPath {
  status: TerminalActStatus;
  error?: { message: string; type?: string | undefined } | undefined;
}
export interface UpdateWorkflowRunInput extends RunPath {
  status: TerminalRunStatus;
}
