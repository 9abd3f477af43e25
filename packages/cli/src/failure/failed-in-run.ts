/** Where something went wrong: what it is found by on record. */
export interface RunPlace {
  readonly workflowRunId: string;
  readonly sessionId?: string;
  readonly actId?: string;
}

/**
 * What went wrong in a run, and in which: the error of an act says it itself, that of a run which was
 * canceled does not. `cause` is what is told.
 */
export class FailedInRunError extends Error {
  override readonly name = 'FailedInRunError';

  constructor(
    cause: unknown,
    readonly place: RunPlace,
  ) {
    super('It failed in a run', { cause });
  }
}
