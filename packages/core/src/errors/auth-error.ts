import { NovaActError } from './nova-act-error.js';
import { plainCause } from './plain-cause.js';

/**
 * The kind of authentication is missing, ambiguous or given twice, or AWS credentials could not be
 * found. Thrown before anything is sent. A refusal by the service is `ActAccessDeniedError`.
 */
export class AuthError extends NovaActError {
  override readonly name: string = 'AuthError';
  override readonly code = 'AUTH_NOT_RESOLVED';

  constructor(message: string, options: ErrorOptions = {}) {
    // What failed to give credentials may hold some.
    super(message, options.cause === undefined ? {} : { cause: plainCause(options.cause) });
  }
}
