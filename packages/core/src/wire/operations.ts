import type { JsonObject, JsonValue } from './json.js';

export type TerminalActStatus = 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
export type TerminalRunStatus = 'SUCCEEDED' | 'FAILED';
export type WorkflowRunStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'DELETING';

export interface ToolSpec {
  name: string;
  description: string;
  inputSchema: { json: JsonObject };
}

/** One call of the agent's program, as the service sends it. */
export interface WireCall {
  callId: string;
  name: string;
  input: JsonValue;
}

/** What one call came to, as the service takes it. */
export interface CallResult {
  callId: string;
  content: { text: string }[];
}

export interface RunPath {
  workflowDefinitionName: string;
  workflowRunId: string;
}
export interface SessionPath extends RunPath {
  sessionId: string;
}
export interface ActPath extends SessionPath {
  actId: string;
}

export interface CreateWorkflowRunInput {
  workflowDefinitionName: string;
  modelId: string;
  logGroupName?: string;
}
export interface CreateActInput extends SessionPath {
  task: string;
  toolSpecs?: ToolSpec[];
}
export interface InvokeActStepInput extends ActPath {
  callResults: CallResult[];
  previousStepId?: string;
}
export interface InvokeActStepOutput {
  calls: WireCall[];
  stepId: string;
}
export interface UpdateActInput extends ActPath {
  status: TerminalActStatus;
  error?: { message: string; type?: string };
}
export interface UpdateWorkflowRunInput extends RunPath {
  status: TerminalRunStatus;
}
