import { NovaActError } from './nova-act-error.js';

/**
 * The kind of authentication is missing, ambiguous or given twice, or AWS credentials could not be
 * found. Thrown before anything is sent. A refusal by the service is `ActAccessDeniedError`.
 */
export class AuthError extends NovaActError {
  override readonly name: string = 'AuthError';
  override readonly code: string = 'AUTH_NOT_RESOLVED';
}
