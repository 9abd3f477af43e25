/** A step of the set-up failed in a way a person must mend; the message says how. */
export class SetupError extends Error {
  name = 'SetupError';
}
