import type { Surface } from '../contract/match-operation.js';
import type {
  JsonObject,
  JsonValue,
  ModelCallResult,
  ModelToolSpec,
} from '../model/local-model.js';

export type RunStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'DELETING';
/** Where an act is, as the service names it. */
export type ActStatus =
  | 'RUNNING'
  | 'PENDING_CLIENT_ACTION'
  | 'PENDING_HUMAN_ACTION'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'TIMED_OUT';

export interface DefinitionRecord {
  surface: Surface;
  name: string;
  description?: string;
  exportConfig?: JsonObject;
  createdAtMs: number;
  /** When the deletion began. */
  deletedAtMs?: number;
  /** Order of creation in the whole store; never given twice. */
  sequence: number;
}

/** One status a client asked for, in the order they came, those that were refused too. */
export interface StatusUpdate {
  status: string;
  atMs: number;
  /** Whether it came to be the status. False of one that was refused, and of a repeat of the one on record. */
  accepted: boolean;
}

export interface RunRecord {
  surface: Surface;
  /** The name of the workflow definition. */
  workflowDefinitionName: string;
  /** The id of the run on the service. */
  workflowRunId: string;
  modelId: string;
  logGroupName?: string | undefined;
  clientInfo: { compatibilityVersion: number; sdkVersion?: string | undefined };
  status: RunStatus;
  startedAtMs: number;
  endedAtMs?: number | undefined;
  deletedAtMs?: number | undefined;
  updates: StatusUpdate[];
  sequence: number;
  sessions: SessionRecord[];
}

export interface SessionRecord {
  /** The id of the session on the service. */
  sessionId: string;
  /** The id of the run on the service. */
  workflowRunId: string;
  createdAtMs: number;
  sequence: number;
  acts: ActRecord[];
}

export interface ActError {
  message: string;
  type?: string | undefined;
}

export interface ActRecord {
  /** The id of the act on the service. */
  actId: string;
  /** The id of the session on the service. */
  sessionId: string;
  /** The id of the run on the service. */
  workflowRunId: string;
  task: string;
  /** The task without the schema that `actGet` appends. */
  prompt: string;
  schema?: JsonObject | undefined;
  toolSpecs: ModelToolSpec[];
  status: ActStatus;
  error?: ActError | undefined;
  startedAtMs: number;
  endedAtMs?: number | undefined;
  updates: StatusUpdate[];
  sequence: number;
  steps: StepRecord[];
}

export interface CallRecord {
  /** The id of the call, from the service. */
  callId: string;
  name: string;
  input: JsonValue;
}

export interface StepRecord {
  stepId: string;
  /** The id of the act on the service. */
  actId: string;
  /** 1 for the first. A request that is repeated has the number of the one it repeats. */
  step: number;
  previousStepId?: string | undefined;
  /** When the request came, and when the model had answered. */
  startedAtMs: number;
  endedAtMs: number;
  /** What the client said of the last program. The text of an observation is kept apart: see `observed`. */
  results: ModelCallResult[];
  /** True when the request brought an observation. */
  observed: boolean;
  calls: CallRecord[];
  /** True once the client has repeated the request: the program below was never followed up. */
  superseded: boolean;
}
