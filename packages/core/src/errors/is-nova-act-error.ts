import type { KnownNovaActError } from './known-error.js';
import { ERROR_BRAND } from './nova-act-error.js';

/**
 * Whether this is an error of this library: of this copy of it, or of another that some package has
 * brought along, for which `instanceof` does not hold. An error that crossed a thread is one again
 * after `decodeError`.
 *
 * ```ts
 * if (isNovaActError(error)) {
 *   switch (error.code) {
 *     case 'ACT_TOOL_FAILED':
 *       console.warn(error.toolName);
 *   }
 * }
 * ```
 */
export function isNovaActError(error: unknown): error is KnownNovaActError {
  if (typeof error !== 'object' || error === null) return false;
  return ERROR_BRAND in error && typeof (error as { code?: unknown }).code === 'string';
}
