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
  /** What was asked for: any status of the service, also one that a client may not set, such as `RUNNING`. */
  status: string;
  /** When the request was carried out, in epoch milliseconds. */
  atMs: number;
  /** Whether it came to be the status. False of one that was refused, and of a repeat of the one on record. */
  accepted: boolean;
}

export interface RunRecord {
  /** Where it was created, and can be seen: `aws` or `api-key`. */
  surface: Surface;
  /** The workflow definition: 1–40 letters, digits, `_` or `-`; always `default` on the API-key surface. */
  workflowDefinitionName: string;
  /** UUID of the run, given by `CreateWorkflowRun`. */
  workflowRunId: string;
  /** The model it was created with, 1–100 characters, as the client named it: an alias stays one. */
  modelId: string;
  /** The CloudWatch log group that was asked for, 1–512 characters. The local service writes no logs there. */
  logGroupName?: string | undefined;
  /** What the client said of itself when it created the run. */
  clientInfo: {
    /** The version of the wire contract that it speaks. */
    compatibilityVersion: number;
    /** Of the SDK, where the client gives it. */
    sdkVersion?: string | undefined;
  };
  /** `RUNNING` until a client ends it, its time is over (`TIMED_OUT`) or it is deleted (`DELETING`). */
  status: RunStatus;
  /** When it was created, in epoch milliseconds. */
  startedAtMs: number;
  /** When it ended, in epoch milliseconds; of a `TIMED_OUT` one, when its time was over. Absent while it runs. */
  endedAtMs?: number | undefined;
  /** When it was deleted, in epoch milliseconds. Clients see it for `deletionDelayMs` more. */
  deletedAtMs?: number | undefined;
  /** The statuses that clients asked for, oldest first, those that were refused too. */
  updates: StatusUpdate[];
  /** Order of creation, counted over all definitions, runs, sessions and acts of the service; never given twice. */
  sequence: number;
  /** In the order they were created. */
  sessions: SessionRecord[];
}

export interface SessionRecord {
  /** UUID of the session, given by `CreateSession`. */
  sessionId: string;
  /** UUID of the run, given by `CreateWorkflowRun`. */
  workflowRunId: string;
  /** When it was created, in epoch milliseconds. */
  createdAtMs: number;
  /** Order of creation, counted over all definitions, runs, sessions and acts of the service; never given twice. */
  sequence: number;
  /** In the order they were created. */
  acts: ActRecord[];
}

export interface ActError {
  /** 1–10,000 characters, as the client sent it with `UpdateAct`. */
  message: string;
  /** The kind of failure in the words of the client, 1–100 characters. */
  type?: string | undefined;
}

export interface ActRecord {
  /** UUID of the act, given by `CreateAct`. */
  actId: string;
  /** UUID of the session, given by `CreateSession`. */
  sessionId: string;
  /** UUID of the run, given by `CreateWorkflowRun`. */
  workflowRunId: string;
  /** What `CreateAct` was sent, 1–10,000 characters: the prompt, and behind it the schema that `actGet` appends. */
  task: string;
  /** The task without the schema that `actGet` appends. */
  prompt: string;
  /** The JSON Schema that `actGet` appended to the task; absent where there is none. */
  schema?: JsonObject | undefined;
  /** The tools that the act may call, at most 100. */
  toolSpecs: ModelToolSpec[];
  /**
   * `RUNNING` before the first answer and while the model thinks; `PENDING_…` while the client carries out a
   * program.
   */
  status: ActStatus;
  /** Why it failed, as the client told it; absent where it told nothing. */
  error?: ActError | undefined;
  /** When it was created, in epoch milliseconds. */
  startedAtMs: number;
  /**
   * When it ended, in epoch milliseconds; of a `TIMED_OUT` one, when its time was over. Absent while it goes on.
   */
  endedAtMs?: number | undefined;
  /** The statuses that clients asked for, oldest first, those that were refused too. */
  updates: StatusUpdate[];
  /** Order of creation, counted over all definitions, runs, sessions and acts of the service; never given twice. */
  sequence: number;
  /** Every step that was answered, oldest first, those that a repeated request has superseded too. */
  steps: StepRecord[];
}

export interface CallRecord {
  /** UUID of the call, given by the service with the program. */
  callId: string;
  /** The action or tool, as the model named it: `agentClick`, `return`, `tool.<name>`. */
  name: string;
  /** Its arguments, as the model gave them: positional ones in an array, or named ones in an object. */
  input: JsonValue;
}

/** One answered `InvokeActStep`: what the client reported, and the program it was given. */
export interface StepRecord {
  /** UUID of the step, given with its answer; the next request names it as `previousStepId`. */
  stepId: string;
  /** UUID of the act, given by `CreateAct`. */
  actId: string;
  /** 1 for the first. A request that is repeated has the number of the one it repeats. */
  step: number;
  /** The step that the request follows; absent on the first of the act. */
  previousStepId?: string | undefined;
  /** When the request came, in epoch milliseconds. */
  startedAtMs: number;
  /** When the model had answered it, in epoch milliseconds. */
  endedAtMs: number;
  /** What the client said of the last program. The text of an observation is kept apart: see `observed`. */
  results: ModelCallResult[];
  /** True when the request brought an observation. */
  observed: boolean;
  /** The program that answered it, in the order it is to be carried out. At least one call. */
  calls: CallRecord[];
  /** True once the client has repeated the request: the program below was never followed up. */
  superseded: boolean;
}
