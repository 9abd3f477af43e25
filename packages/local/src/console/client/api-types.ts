// What the console's API answers. The browser side is a program of its own, so it says for itself what it expects;
// a test holds these against the types the service writes.

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface RunRow {
  /** UUID of the run, given by `CreateWorkflowRun`. */
  workflowRunId: string;
  /** The workflow definition: 1–40 letters, digits, `_` or `-`; always `default` on the API-key surface. */
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
  /** UUID of the act, given by `CreateAct`. */
  actId: string;
  /** UUID of the session, given by `CreateSession`. */
  sessionId: string;
  /** UUID of the run, given by `CreateWorkflowRun`. */
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
  /** UUID of the call, given by the service with the program. */
  callId: string;
  name: string;
  input: Json;
  tool: boolean;
}

export interface ResultRow {
  /** UUID of the call, given by the service with the program. */
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
  /** UUID of the act, given by `CreateAct`. */
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
  /** UUID of the run, given by `CreateWorkflowRun`. */
  workflowRunId?: string;
  /** UUID of the act, given by `CreateAct`. */
  actId?: string;
  stepId?: string;
}
