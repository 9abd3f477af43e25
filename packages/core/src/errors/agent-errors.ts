import { ActError, type ActErrorOptions } from './act-error.js';
import type { NovaActErrorCode } from './codes.js';

/** The agent could not, or may not, complete the task. The service and this machine are fine. */
export class ActAgentError extends ActError {
  override readonly name: string = 'ActAgentError';
  override readonly code: NovaActErrorCode = 'ACT_AGENT_ERROR';
}

/** The agent said (`throw`) that the task cannot be done, and why. */
export class ActAgentFailedError extends ActAgentError {
  override readonly name: string = 'ActAgentFailedError';
  override readonly code = 'ACT_AGENT_FAILED';
}

/** The act used up `maxSteps` before the agent returned. */
export class ActExceededMaxStepsError extends ActAgentError {
  override readonly name: string = 'ActExceededMaxStepsError';
  override readonly code = 'ACT_EXCEEDED_MAX_STEPS';
}

export interface GenerationOptions extends ActErrorOptions {
  rawResponse?: unknown;
}

/** The model's program cannot be executed: an unknown call, a bad box, an empty program. */
export class ActInvalidModelGenerationError extends ActAgentError {
  override readonly name: string = 'ActInvalidModelGenerationError';
  override readonly code = 'ACT_INVALID_MODEL_GENERATION';
  /** What the model gave, as received. */
  declare rawResponse?: unknown;

  constructor(message: string, options: GenerationOptions = {}) {
    super(message, options);
    if (options.rawResponse !== undefined) this.rawResponse = options.rawResponse;
  }
}

export interface SchemaMismatchOptions extends ActErrorOptions {
  rawResponse: string;
  issues: { path: string; message: string }[];
}

/** The act returned, but its response is not JSON or does not satisfy the schema asked for. */
export class ActResponseMismatchError extends ActAgentError {
  override readonly name: string = 'ActResponseMismatchError';
  override readonly code = 'ACT_RESPONSE_MISMATCH';
  /** The agent's response, as received. */
  readonly rawResponse: string;
  /** What does not fit, each with its path in the answer; the first 100. */
  readonly issues: {
    /** Where in the answer, as `items[0].price`; empty for the answer itself. */
    path: string;
    /** What is wrong there, cut at 500 characters. */
    message: string;
  }[];

  constructor(message: string, options: SchemaMismatchOptions) {
    super(message, options);
    this.rawResponse = options.rawResponse;
    this.issues = options.issues;
  }
}
