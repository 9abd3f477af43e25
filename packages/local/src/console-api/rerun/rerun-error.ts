/** What was asked for can't be rerun so; the message says why and what to do, for whoever asked. */
export class RerunError extends Error {
  override readonly name = 'RerunError';
}
