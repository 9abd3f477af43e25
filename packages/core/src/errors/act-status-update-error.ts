import type { ActErrorOptions } from './act-error.js';
import type { ActMetadata } from './act-metadata.js';
import { ActExecutionError } from './execution-errors.js';

export interface ActStatusUpdateErrorOptions extends ActErrorOptions {
  recordedStatus?: string | undefined;
  result: { response?: string | undefined; parsed?: unknown; metadata: ActMetadata };
}

/**
 * The act succeeded, but the service could not be told. `result` is what the act would have given;
 * `cause` is the failure of the update, `recordedStatus` what the act is on record instead. Not used when the act itself failed: then its own error is
 * thrown, with the update's failure in `suppressed`.
 */
export class ActStatusUpdateError extends ActExecutionError {
  override readonly name: string = 'ActStatusUpdateError';
  override readonly code = 'ACT_STATUS_UPDATE_FAILED';
  /** The result of the act, which its status on record does not show. */
  readonly result: {
    /** What the agent returned; absent where it returned nothing. */
    response?: string | undefined;
    /** The value that satisfies the schema, where one was asked for. */
    parsed?: unknown;
    /** The ids, times and steps of the act. */
    metadata: ActMetadata;
  };
  /** What the service has on record, such as `TIMED_OUT`; undefined when it is not known. */
  declare readonly recordedStatus?: string | undefined;

  constructor(message: string, options: ActStatusUpdateErrorOptions) {
    super(message, options);
    this.result = options.result;
    if (options.recordedStatus !== undefined) this.recordedStatus = options.recordedStatus;
  }
}
