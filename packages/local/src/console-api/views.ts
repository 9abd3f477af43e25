import type { Surface } from '../contract/match-operation.js';
import { isToolCall, plainName } from '../model/actions.js';
import type {
  JsonObject,
  JsonValue,
  ModelCallResult,
  ModelObservation,
} from '../model/local-model.js';
import type {
  ActError,
  ActRecord,
  ActStatus,
  CallRecord,
  RunRecord,
  RunStatus,
  SessionRecord,
  StatusUpdate,
  StepRecord,
} from '../state/records.js';
import { actAnswer } from './act-answer.js';

/** A run in a list. Times are epoch milliseconds. */
export interface RunRow {
  /** UUID of the run, given by `CreateWorkflowRun`. */
  workflowRunId: string;
  /** The workflow definition: 1–40 letters, digits, `_` or `-`; always `default` on the API-key surface. */
  workflowDefinitionName: string;
  surface: Surface;
  modelId: string;
  status: RunStatus;
  startedAtMs: number;
  endedAtMs?: number;
  /** Grows from run to run: what `before` takes. */
  sequence: number;
  sessionCount: number;
  actCount: number;
  stepCount: number;
  /** Prompt of the first act; absent before there is one. */
  firstPrompt?: string;
  /** How many acts have ended in each way. */
  actStatuses: Partial<Record<ActStatus, number>>;
}

export interface RunDetail extends RunRow {
  clientInfo: { compatibilityVersion: number; sdkVersion?: string | undefined };
  logGroupName?: string;
  updates: StatusUpdate[];
  sessions: { sessionId: string; createdAtMs: number; acts: ActRow[] }[];
}

/** An act without its steps. */
export interface ActRow {
  /** UUID of the act, given by `CreateAct`. */
  actId: string;
  /** UUID of the session, given by `CreateSession`. */
  sessionId: string;
  /** UUID of the run, given by `CreateWorkflowRun`. */
  workflowRunId: string;
  prompt: string;
  schema?: JsonObject;
  status: ActStatus;
  error?: ActError;
  startedAtMs: number;
  endedAtMs?: number;
  updates: StatusUpdate[];
  sequence: number;
  stepCount: number;
  toolNames: string[];
  /** What it returned, cut to 300 characters; absent while it has returned nothing. */
  answer?: string;
}

export interface CallRow {
  /** UUID of the call, given by the service with the program. */
  callId: string;
  /** Without the prefix that a program may have given it. */
  name: string;
  input: JsonValue;
  /** True when it goes to a tool of the client rather than to the browser. */
  tool: boolean;
}

export interface StepRow {
  stepId: string;
  step: number;
  /** From `startedAtMs` to `endedAtMs` the model thought; from then to the next step's start, the client worked. */
  startedAtMs: number;
  endedAtMs: number;
  calls: CallRow[];
  /** What the client said of the calls of the step before. */
  results: ModelCallResult[];
  observed: boolean;
  superseded: boolean;
}

/** What a step's screenshot shows; absent when it is not kept any more. */
export interface StepDetail extends StepRow {
  /** UUID of the act, given by `CreateAct`. */
  actId: string;
  observation?: Omit<ModelObservation, 'screenshotBase64' | 'simplifiedDOM' | 'idToBboxMap'> & {
    /** Length of the DOM capture. */
    domLength: number;
  };
}

export function runRow(run: RunRecord): RunRow {
  const acts = run.sessions.flatMap((session) => session.acts);
  const first = acts[0];
  const actStatuses: RunRow['actStatuses'] = {};
  for (const { status } of acts) actStatuses[status] = (actStatuses[status] ?? 0) + 1;
  return {
    workflowRunId: run.workflowRunId,
    workflowDefinitionName: run.workflowDefinitionName,
    surface: run.surface,
    modelId: run.modelId,
    status: run.status,
    startedAtMs: run.startedAtMs,
    ...(run.endedAtMs === undefined ? {} : { endedAtMs: run.endedAtMs }),
    sequence: run.sequence,
    sessionCount: run.sessions.length,
    actCount: acts.length,
    stepCount: acts.reduce((count, act) => count + act.steps.length, 0),
    ...(first === undefined ? {} : { firstPrompt: first.prompt }),
    actStatuses,
  };
}

export function runDetail(run: RunRecord): RunDetail {
  const sessionOf = ({ sessionId, createdAtMs, acts }: SessionRecord) => ({
    sessionId,
    createdAtMs,
    acts: acts.map(actRow),
  });
  return {
    ...runRow(run),
    clientInfo: run.clientInfo,
    ...(run.logGroupName === undefined ? {} : { logGroupName: run.logGroupName }),
    updates: run.updates,
    sessions: run.sessions.map(sessionOf),
  };
}

export function actRow(act: ActRecord): ActRow {
  const answer = actAnswer(act);
  return {
    actId: act.actId,
    sessionId: act.sessionId,
    workflowRunId: act.workflowRunId,
    prompt: act.prompt,
    ...(act.schema === undefined ? {} : { schema: act.schema }),
    status: act.status,
    ...(act.error === undefined ? {} : { error: act.error }),
    startedAtMs: act.startedAtMs,
    ...(act.endedAtMs === undefined ? {} : { endedAtMs: act.endedAtMs }),
    updates: act.updates,
    sequence: act.sequence,
    stepCount: act.steps.length,
    toolNames: act.toolSpecs.map(({ name }) => name),
    ...(answer === undefined ? {} : { answer }),
  };
}

export function stepRow(step: StepRecord): StepRow {
  const { actId: _, previousStepId: __, ...row } = step;
  return { ...row, calls: step.calls.map(callRow) };
}

export function callRow(call: CallRecord): CallRow {
  return { ...call, name: plainName(call.name), tool: isToolCall(call.name) };
}

export function stepDetail(step: StepRecord, seen: ModelObservation | undefined): StepDetail {
  const detail = { ...stepRow(step), actId: step.actId };
  if (!seen) return detail;
  const { activeURL, browserDimensions, simplifiedDOM } = seen;
  return {
    ...detail,
    observation: { activeURL, browserDimensions, domLength: simplifiedDOM.length },
  };
}
