import type { JsonObject, JsonValue } from '../wire/json.js';

/** One call of an executed step, and what it came to. */
export interface ActCallRecord {
  /** The id of the call, from the service. */
  callId: string;
  /** The function of the agent, such as `agentClick`, or the name of a tool. */
  name: string;
  /** The decoded arguments, boxes in CSS pixels. */
  input: JsonObject;
  /** `redirect`: it failed and the agent was told what to try instead. Absent: it was not run. */
  outcome?: 'ok' | 'redirect' | 'failed' | undefined;
  /** The result as the service was told; left out for a look at the page, which holds its picture. */
  result?: string | undefined;
  /** What an action of the browser says it did; not sent to the service. */
  did?: JsonValue | undefined;
  /** Milliseconds that the call took. */
  durationMs?: number | undefined;
}

/** One step of an act: what the agent answered and what came of it. Times are epoch milliseconds. */
export interface ActStepRecord {
  /** 1 for the first. */
  step: number;
  /** The service's id for the step; absent when its answer could not be used. */
  stepId?: string | undefined;
  /** Played from memory: the service was not asked. */
  played?: true | undefined;
  /** Where the page was when the agent was asked. */
  url: string;
  /** When the step began, in milliseconds since 1970. */
  startTimeMs: number;
  /** Absent for a step that did not come to its end. */
  endTimeMs?: number | undefined;
  /** Milliseconds from the request to the service's answer, retries included. */
  serverTimeMs?: number | undefined;
  /** What was done in the step, in order. */
  calls: ActCallRecord[];
}

/** What an act had of the session's `memory`. */
export interface ActMemoryRecord {
  /** Actions that were played as they were remembered. */
  played: number;
  /** Whether something did not hold any more, and the model did the rest. */
  healed: boolean;
  /** Why not all of it was played. */
  why?: string | undefined;
}

/** What is known of an act, on its result and on its error. Times are epoch milliseconds. */
export interface ActMetadata {
  /** The id of the session on the service. */
  sessionId: string;
  /** The id of the act on the service. */
  actId?: string | undefined;
  /** The id of the run on the service. */
  workflowRunId: string;
  /** The name of the workflow definition. */
  workflowDefinitionName: string;
  /** What was asked, with secrets by their names. */
  prompt: string;
  /** Steps whose answer from the service has been executed. */
  numStepsExecuted: number;
  /** Every step that was begun, without pictures. */
  steps: readonly ActStepRecord[];
  /** When the act began, in milliseconds since 1970. */
  startTimeMs: number;
  /** When it ended, in milliseconds since 1970. */
  endTimeMs: number;
  /** Milliseconds from start to end without those a person was waited for. */
  timeWorkedMs: number;
  /** Milliseconds that people took to answer (`humanInput`). */
  humanWaitMs: number;
  /** Milliseconds of all steps that the service took to answer. */
  serverTimeMs: number;
  /** Present where the session has a `memory` and the act used it. */
  memory?: ActMemoryRecord | undefined;
  /** The act's HTML trace, when `logsDirectory` is set: there once the session has stopped. */
  tracePath?: string | undefined;
}
