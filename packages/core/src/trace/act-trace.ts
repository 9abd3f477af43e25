import type { PageProblem } from '../browser/problems/page-problem.js';
import type { ActMetadata } from '../errors/act-metadata.js';
import type { JsonObject, JsonValue } from '../wire/json.js';

/** A rectangle in CSS pixels of the viewport. */
export interface TraceBox {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What became of a call. `skipped`: the program ended before its turn. */
export type CallOutcome = 'ok' | 'redirect' | 'failed' | 'running' | 'skipped';

export interface CallTrace {
  /** The id of the call, from the service. */
  callId: string;
  name: string;
  /** Decoded arguments; boxes in CSS pixels. */
  input: JsonObject;
  box?: TraceBox | undefined;
  /** What it was done to, in the words of the page: `button "Search"`. Absent when that is not known. */
  target?: string | undefined;
  outcome: CallOutcome;
  /** The call's result as the agent was told; absent for an observation, which is the next step's. */
  text?: string | undefined;
  /** What an action of the browser says it did; the agent was not told. */
  did?: JsonValue | undefined;
  durationMs?: number | undefined;
  /** The look at the page this call took is shown, and timed, as the next step's. */
  shownInNextStep?: true | undefined;
}

/** One step: what was seen, what the agent decided, what came of it. */
export interface StepTrace {
  /** 1 for the first step of the act. */
  step: number;
  /** Epoch milliseconds. */
  observedAtMs: number;
  url: string;
  /** Of the document; absent when the hand does not tell. */
  title?: string | undefined;
  viewport: { width: number; height: number };
  /**
   * The page before the step: `data:image/jpeg;base64,…`, or a path relative to the JSON file. How it was
   * after the step is the picture of the next.
   */
  screenshot?: string | undefined;
  /** How the page had come to rest, and what happened beside; absent when nothing was waited for. */
  settled?: { reason: string; durationMs: number; notes?: string[] | undefined } | undefined;
  observeMs: number;
  /** The service's id for the step; absent when no answer came. */
  stepId?: string | undefined;
  /** Played from memory: the service was not asked. */
  played?: true | undefined;
  /** From the request to a decoded program. */
  decideMs?: number | undefined;
  calls: CallTrace[];
  /** Of the page's console, scripts and requests, from this look to the next. */
  problems?: PageProblem[] | undefined;
}

/** How an act stands: as its record on the service has it. */
export type ActTraceStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';

/**
 * One act as plain data, fit to be shown: terminal escape sequences are dropped and URLs redacted
 * in every text of it.
 */
export interface ActTrace {
  /** The version of this shape. */
  version: 1;
  /** The id of the run on the service. */
  workflowRunId: string;
  /** The name of the workflow definition. */
  workflowDefinitionName?: string | undefined;
  /** The id of the session on the service. */
  sessionId: string;
  /** The id of the act on the service. */
  actId: string;
  /** 1 for the first act of the session. */
  act: number;
  /** The address that the session began on. */
  startingPage?: string | undefined;
  /** What was asked, with secrets by their names. */
  prompt: string;
  /** How many steps of the service it was allowed; those played from memory do not count. */
  maxSteps: number;
  /** Milliseconds it was allowed, without those that people were waited for; absent without a limit. */
  timeoutMs?: number | undefined;
  /** When the act began, in epoch milliseconds. */
  startedAtMs: number;
  /** When it ended, in epoch milliseconds; absent while it runs. */
  endedAtMs?: number | undefined;
  /** How the act ended; `RUNNING` in a trace that is written while it runs. */
  status: ActTraceStatus;
  /** Steps whose program ran to its end. */
  numStepsExecuted: ActMetadata['numStepsExecuted'];
  /** What the agent has answered. */
  response?: string | undefined;
  /** What ended the act, where it failed. */
  error?:
    | {
        /** The name of the error's class, such as `ActTimeoutError`. */
        name: string;
        /** The stable code of an error of this library. */
        code?: string | undefined;
        /** What went wrong, for people. */
        message: string;
      }
    | undefined;
  /** Milliseconds from start to end without those that a person was waited for. Absent while it runs. */
  timeWorkedMs?: number | undefined;
  /** Milliseconds that people took to answer. */
  humanWaitMs?: number | undefined;
  /** That the service took to answer. */
  serverTimeMs?: number | undefined;
  /** What the page complained of between the act before (or the start) and the first look. */
  problemsBefore?: PageProblem[] | undefined;
  /**
   * How it was done, as `toPlaywright()` and `nova-act codegen` read it; as far as it can be done again.
   * Absent where nothing was, or nothing of it can be known again.
   */
  recording?: JsonObject | undefined;
  /** What was done, step by step. */
  steps: StepTrace[];
}
