/** What this library rejects with when a signal is aborted, or a session stopped; and no other refusal. */
const CODES: ReadonlySet<unknown> = new Set(['ACT_CANCELED', 'WORKFLOW_CANCELED', 'SHUTDOWN']);
/** Causes can point at each other in a circle. */
const MAX_DEPTH = 8;

/**
 * Whether something was ended by an abort: by an `ActCanceledError`, a `WorkflowCanceledError`, the
 * platform's own `AbortError`, or anything that one of them has caused, such as a start that failed.
 * The signal's reason itself is the `cause`, as it was given.
 *
 * ```ts
 * // Frameworks that know a cancellation by its own error (Temporal) get theirs back.
 * catch (error) {
 *   throw isAbortError(error) && signal.aborted ? signal.reason : error;
 * }
 * ```
 */
export function isAbortError(error: unknown): boolean {
  let at = error;
  for (let depth = 0; depth < MAX_DEPTH && typeof at === 'object' && at !== null; depth += 1) {
    const { name, code, cause } = at as { name?: unknown; code?: unknown; cause?: unknown };
    if (name === 'AbortError' || CODES.has(code)) return true;
    at = cause;
  }
  return false;
}
