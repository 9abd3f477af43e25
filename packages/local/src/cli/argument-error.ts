/** A command line that makes no sense; the message says why. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}
