import type { ActErrorOptions, ActMetadata } from './act-error.js';
import { ActExecutionError } from './execution-errors.js';

export interface ActStatusUpdateErrorOptions extends ActErrorOptions {
  result: { response?: string; parsed?: unknown; metadata: ActMetadata };
}

/**
 * The act succeeded, but the service could not be told. `result` is what the act would have given;
 * `cause` is the failure of the update. Not used when the act itself failed: then its own error is
 * thrown, with the update's failure in `suppressed`.
 */
export class ActStatusUpdateError extends ActExecutionError {
  override readonly name: string = 'ActStatusUpdateError';
  override readonly code: string = 'ACT_STATUS_UPDATE_FAILED';
  readonly result: { response?: string; parsed?: unknown; metadata: ActMetadata };

  constructor(message: string, options: ActStatusUpdateErrorOptions) {
    super(message, options);
    this.result = options.result;
  }
}
