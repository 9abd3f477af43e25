import { ActError, type ActErrorOptions } from './act-error.js';
import type { NovaActErrorCode } from './codes.js';

/** Something on this side failed while an act ran: the browser, a tool, a deadline, a person. */
export class ActExecutionError extends ActError {
  override readonly name: string = 'ActExecutionError';
  override readonly code: NovaActErrorCode = 'ACT_EXECUTION_ERROR';
}

/** An action could not be carried out in the browser, and the agent cannot mend it. */
export class ActActuationError extends ActExecutionError {
  override readonly name: string = 'ActActuationError';
  override readonly code = 'ACT_ACTUATION_FAILED';
}

/** The browser or the page's renderer went away under the act. */
export class ActBrowserCrashedError extends ActExecutionError {
  override readonly name: string = 'ActBrowserCrashedError';
  override readonly code = 'ACT_BROWSER_CRASHED';
}

/** The `timeoutMs` of the act ran out; time that people were waited for does not count. */
export class ActTimeoutError extends ActExecutionError {
  override readonly name: string = 'ActTimeoutError';
  override readonly code = 'ACT_TIMEOUT';
}

/** A signal was aborted: the act's, the session's or the workflow's. `cause` is its reason. */
export class ActCanceledError extends ActExecutionError {
  override readonly name: string = 'ActCanceledError';
  override readonly code: NovaActErrorCode = 'ACT_CANCELED';
}

/** A person declined what `human_Approve` asked for. */
export class ActApproveCanceledError extends ActCanceledError {
  override readonly name: string = 'ActApproveCanceledError';
  override readonly code = 'ACT_APPROVE_CANCELED';
}

/** A person gave back `human_UiTakeover` without completing it. */
export class ActUiTakeoverCanceledError extends ActCanceledError {
  override readonly name: string = 'ActUiTakeoverCanceledError';
  override readonly code = 'ACT_UI_TAKEOVER_CANCELED';
}

/** The user's `stateGuardrail` blocked the act. */
export class ActStateGuardrailError extends ActExecutionError {
  override readonly name: string = 'ActStateGuardrailError';
  override readonly code = 'ACT_STATE_GUARDRAIL';
}

/**
 * An act with `memory: 'only'` could not be played: nothing is recorded, or the page is not as it was. Up
 * to there it was played; what does not hold was not done. `metadata.memory` says how much was.
 */
export class ActNotRememberedError extends ActExecutionError {
  override readonly name: string = 'ActNotRememberedError';
  override readonly code = 'ACT_NOT_REMEMBERED';
}

export interface ToolErrorOptions extends ActErrorOptions {
  /** The name of the tool that failed. */
  toolName: string;
}

/** A user's tool threw. `cause` is what it threw. */
export class ActToolError extends ActExecutionError {
  override readonly name: string = 'ActToolError';
  override readonly code = 'ACT_TOOL_FAILED';
  /** The name of the tool that failed. */
  readonly toolName: string;

  constructor(message: string, options: ToolErrorOptions) {
    super(message, options);
    this.toolName = options.toolName;
  }
}
