import { NovaActError } from './nova-act-error.js';

/** What is known of an act, on its result and on its error. Times are epoch milliseconds. */
export interface ActMetadata {
  sessionId: string;
  actId?: string;
  workflowRunId: string;
  workflowDefinitionName: string;
  prompt: string;
  /** Steps whose answer from the service has been executed. */
  numStepsExecuted: number;
  startTimeMs: number;
  endTimeMs: number;
  /** The act's HTML trace, when `logsDirectory` is set: there once the session has stopped. */
  tracePath?: string;
}

export interface ActErrorOptions extends ErrorOptions {
  metadata?: ActMetadata;
}

/** The root of everything that can go wrong in an act, or in a request to the service. */
export class ActError extends NovaActError {
  override readonly name: string = 'ActError';
  override readonly code: string = 'ACT_FAILED';
  /** Present once the act has begun on the service. Set by the act loop. */
  declare metadata?: ActMetadata;

  constructor(message: string, options: ActErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    if (options.metadata) this.metadata = options.metadata;
  }
}
