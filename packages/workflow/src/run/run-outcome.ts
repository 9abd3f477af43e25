import { WorkflowRunUpdateError } from '@nova-act/core';
import { insteadOnRecord, recordedStatusOf, type TerminalRunStatus } from '@nova-act/core/runtime';

/** What became of a run, as far as this side of it can say. */
export interface RunOutcome {
  /**
   * What the service has on record: `SUCCEEDED` or `FAILED` where it was put there from here, else what
   * the service said it is (`TIMED_OUT`, say, or `RUNNING` still). Undefined when that is not known (see `error`), when the
   * run never came to be, or when its end is somebody else's: the parent's of one that was joined, the
   * joiner's of one that was transferred.
   */
  readonly status?: string | undefined;
  /** Why its status could not be put on record. */
  readonly error?: unknown;
}

/** The outcome of a status that was sent: never rejects. `ours` is false where there was nothing to send. */
export function outcomeOf(
  status: TerminalRunStatus,
  recorded: Promise<{ readonly ours: boolean }>,
): Promise<RunOutcome> {
  return recorded.then(
    ({ ours }) => (ours ? { status } : {}),
    (error: unknown) => {
      const instead = recordedStatusOf(error);
      return instead === undefined ? { error } : { status: instead, error };
    },
  );
}

/** The error for a status that could not be put on record. `subject` begins its sentence. */
export function unrecorded(
  subject: string,
  facts: {
    workflowRunId: string;
    status: TerminalRunStatus;
    cause: unknown;
    result?: unknown;
  },
): WorkflowRunUpdateError {
  const { workflowRunId, status, cause } = facts;
  const recordedStatus = recordedStatusOf(cause);
  const what = `${subject} ${workflowRunId} could not be put on record as ${status}`;
  return new WorkflowRunUpdateError(`${what}${insteadOnRecord(cause)}`, {
    ...facts,
    recordedStatus,
  });
}
