import { ActStatusUpdateError, ActTimeoutError, WorkflowRunUpdateError } from '@nova-act/core';

export type Status = 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';

/** What a caller knows of a run or an act when its call is over. */
export interface Told {
  readonly status: Status;
  /** It was also told that this could not be put on record. */
  readonly notOnRecord: boolean;
}

export const told = (status: Status, notOnRecord = false): Told => ({ status, notOnRecord });

/** What the rejection of an act says of it. */
export function toldByAct(error: unknown): Told {
  if (error instanceof ActStatusUpdateError) return told('SUCCEEDED', true);
  return told(error instanceof ActTimeoutError ? 'TIMED_OUT' : 'FAILED', hasSuppressed(error));
}

/** What the rejection of a run says of it. */
export function toldByRun(error: unknown): Told {
  if (error instanceof WorkflowRunUpdateError) return told(error.status, true);
  return told('FAILED', hasSuppressed(error));
}

const hasSuppressed = (error: unknown): boolean =>
  ((error as { suppressed?: unknown[] } | undefined)?.suppressed?.length ?? 0) > 0;
