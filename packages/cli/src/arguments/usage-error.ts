/** The command line is not right; the message says how it would be. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
