import {
  ActBadRequestError,
  ActConflictError,
  ActServiceError,
  suppress,
} from '../errors/index.js';

/** A terminal status as it was sent. */
export interface SentStatus {
  readonly status: string;
  /** Of the run or the act that it is the status of. */
  readonly id: string;
}

/**
 * Decides what the failure of a status update means: returns when the status is on record after all,
 * because an earlier attempt of the same request landed and only its answer was lost; else throws the
 * failure, with what is on record as `recordedStatus`.
 *
 * A refusal ("has ended already") is one's own success only if an earlier attempt may have been carried
 * out and the record says the status that was sent. It may say another: the service ended it for its
 * time, or somebody else did. `read` asks for the record. Where there is none (the API-key surface),
 * the refusal itself is all there is to go by: it is believed when it names the run or act and one
 * status. Where it does not, nobody knows, and nobody is told a success that may be none.
 */
export async function ownOrThrow(
  error: unknown,
  sent: SentStatus,
  read: (() => Promise<string | undefined>) | undefined,
): Promise<void> {
  if (!(error instanceof ActServiceError)) throw error;
  const refused = error instanceof ActConflictError || error instanceof ActBadRequestError;
  if (!refused && !error.mayHaveExecuted) throw error;
  const named = () => (refused ? statusNamed(error, sent.id) : undefined);
  const recorded = read ? await readFor(error, read) : named();
  if (error.mayHaveExecuted && recorded === sent.status) return;
  if (recorded !== undefined) error.recordedStatus = recorded;
  throw error;
}

async function readFor(
  error: ActServiceError,
  read: () => Promise<string | undefined>,
): Promise<string | undefined> {
  try {
    return await read();
  } catch (failure) {
    suppress(error, failure);
    return undefined;
  }
}

const STATUSES = /\b(RUNNING|SUCCEEDED|FAILED|TIMED_OUT|DELETING)\b/g;

/** "The act 33… has ended: it is TIMED_OUT" is about act 33…, and not about its run. */
function statusNamed({ message }: ActServiceError, id: string): string | undefined {
  if (!message.includes(id)) return undefined;
  const named = new Set(message.match(STATUSES));
  return named.size === 1 ? [...named][0] : undefined;
}
