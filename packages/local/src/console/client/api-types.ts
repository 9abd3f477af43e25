// What the console's API answers. The browser side is a program of its own, so it says for itself what it expects;
// a test holds these against the types the service writes.

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface RunRow {
  /** The id of the run on the service. */
  workflowRunId: string;
  /** The name of the workflow definition. */
  workflowDefinitionName: string;
  surface: string;
  modelId: string;
  status: string;
  startedAtMs: number;
  endedAtMs?: number;
  sequence: number;
  sessionCount: number;
  actCount: number;
  stepCount: number;
  firstPrompt?: string;
}

export interface RunDetail extends RunRow {
  clientInfo: { compatibilityVersion: number; sdkVersion?: string | undefined };
  logGroupName?: string;
  sessions: { sessionId: string; createdAtMs: number; acts: ActRow[] }[];
}

export interface ActRow {
  /** The id of the act on the service. */
  actId: string;
  /** The id of the session on the service. */
  sessionId: string;
  /** The id of the run on the service. */
  workflowRunId: string;
  prompt: string;
  schema?: { [key: string]: Json };
  status: string;
  error?: { message: string; type?: string | undefined };
  startedAtMs: number;
  endedAtMs?: number;
  stepCount: number;
  toolNames: string[];
  answer?: string;
}

export interface CallRow {
  /** The id of the call, from the service. */
  callId: string;
  name: string;
  input: Json;
  tool: boolean;
}

export interface ResultRow {
  /** The id of the call, from the service. */
  callId: string;
  name?: string | undefined;
  text: string;
}

export interface StepRow {
  stepId: string;
  step: number;
  startedAtMs: number;
  endedAtMs: number;
  calls: CallRow[];
  results: ResultRow[];
  observed: boolean;
  superseded: boolean;
}

export interface StepDetail extends StepRow {
  /** The id of the act on the service. */
  actId: string;
  observation?: {
    activeURL: string;
    browserDimensions: { windowWidth: number; windowHeight: number };
    domLength: number;
  };
}

export interface RerunStep {
  stepId: string;
  step: number;
  recorded: CallRow[];
  given?: CallRow[];
  problem?: string;
  differs: string[];
  targets: Record<string, string>;
}

export interface Change {
  kind: string;
  /** The id of the run on the service. */
  workflowRunId?: string;
  /** The id of the act on the service. */
  actId?: string;
  stepId?: string;
}
