/**
 * Thrown where what is kept can't be written, or can't be read. The message names the file and says what helps; it
 * holds nothing that a client of the service may not see.
 */
export class StorageError extends Error {
  override readonly name = 'StorageError';

  constructor(
    message: string,
    readonly file: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
