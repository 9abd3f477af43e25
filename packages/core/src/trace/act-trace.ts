import type { ActMetadata } from '../errors/act-error.js';
import type { JsonObject } from '../wire/json.js';

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
  callId: string;
  name: string;
  /** Decoded arguments; boxes in CSS pixels. */
  input: JsonObject;
  box?: TraceBox;
  outcome: CallOutcome;
  /** The call's result as the agent was told; absent for an observation, which is the next step's. */
  text?: string;
  durationMs?: number;
  /** The look at the page this call took is shown, and timed, as the next step's. */
  shownInNextStep?: true;
}

/** One step: what was seen, what the agent decided, what came of it. */
export interface StepTrace {
  /** 1 for the first step of the act. */
  step: number;
  /** Epoch milliseconds. */
  observedAtMs: number;
  url: string;
  viewport: { width: number; height: number };
  /** `data:image/jpeg;base64,…`, or a path relative to the JSON file. */
  screenshot?: string;
  /** How the page had come to rest; absent when nothing was waited for. */
  settled?: { reason: string; durationMs: number };
  observeMs: number;
  /** The service's id for the step; absent when no answer came. */
  stepId?: string;
  /** From the request to a decoded program. */
  decideMs?: number;
  calls: CallTrace[];
}

/**
 * One act as plain data, fit to be shown: terminal escape sequences are dropped and URLs redacted
 * in every text of it.
 */
export interface ActTrace {
  /** Of this shape. */
  version: 1;
  workflowRunId: string;
  workflowDefinitionName?: string;
  sessionId: string;
  actId: string;
  /** 1 for the first act of the session. */
  act: number;
  startingPage?: string;
  prompt: string;
  maxSteps: number;
  timeoutMs?: number;
  /** Epoch milliseconds. */
  startedAtMs: number;
  /** Absent while the act runs. */
  endedAtMs?: number;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
  /** Steps whose program ran to its end. */
  numStepsExecuted: ActMetadata['numStepsExecuted'];
  response?: string;
  error?: { name: string; code?: string; message: string };
  steps: StepTrace[];
}
