export type SessionErrorCode = 'SESSION_UNKNOWN' | 'SESSION_LIMIT' | 'SESSION_ENDED';

/** A call cannot have the session that it wants; `remedy` says what to do, in words for a model. */
export class SessionError extends Error {
  override readonly name = 'SessionError';

  constructor(
    readonly code: SessionErrorCode,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}
