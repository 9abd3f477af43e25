/** What was asked for by name or id is not there. Exit code 4. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
  readonly code = 'NOT_FOUND';

  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}
