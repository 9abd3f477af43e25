import { ActError, ActServiceError, NovaActError } from '@nova-act/core';

/** What a user's handler reads of an error: narrowing gives the fields of each class. */
export function describeError(error: unknown): string {
  if (error instanceof ActServiceError) return `${error.operation} ${error.status ?? '-'}`;
  if (error instanceof ActError) return `${error.code} in act ${error.metadata?.actId ?? '-'}`;
  if (error instanceof NovaActError) return error.code;
  return String(error);
}
