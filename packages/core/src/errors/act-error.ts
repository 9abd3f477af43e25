import type { ActMetadata } from './act-metadata.js';
import type { NovaActErrorCode } from './codes.js';
import { NovaActError } from './nova-act-error.js';

export interface ActErrorOptions extends ErrorOptions {
  metadata?: ActMetadata | undefined;
}

/** The root of everything that can go wrong in an act, or in a request to the service. */
export class ActError extends NovaActError {
  override readonly name: string = 'ActError';
  override readonly code: NovaActErrorCode = 'ACT_FAILED';
  /** Present once the act has begun on the service. Set by the act loop. */
  declare metadata?: ActMetadata | undefined;

  constructor(message: string, options: ActErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    if (options.metadata) this.metadata = options.metadata;
  }
}
