import {
  ActError,
  ActServiceError,
  isNovaActError,
  NovaActError,
  type NovaActErrorCode,
} from '@nova-act/core';

/** What a user's handler reads of an error: narrowing gives the fields of each class. */
export function describeError(error: unknown): string {
  if (error instanceof ActServiceError) return `${error.operation} ${error.status ?? '-'}`;
  if (error instanceof ActError) return `${error.code} in act ${error.metadata?.actId ?? '-'}`;
  if (error instanceof NovaActError) return error.code;
  return String(error);
}

/** Each case of a switch over `code` has the fields of its class. */
export function remedyFor(error: unknown): string {
  if (!isNovaActError(error)) return 'not ours';
  const code: NovaActErrorCode = error.code;
  switch (error.code) {
    case 'VALIDATION_FAILED':
      return error.remedy;
    case 'ACT_TOOL_FAILED':
      return error.toolName;
    case 'ACT_REQUEST_THROTTLED':
      return `wait ${error.retryAfterMs ?? 0} ms`;
    case 'ACT_RESPONSE_MISMATCH':
      return error.issues.map(({ path }) => path).join();
    // @ts-expect-error There is no such code.
    case 'ACT_TIMED_OUT':
      return '';
    default:
      return code;
  }
}
