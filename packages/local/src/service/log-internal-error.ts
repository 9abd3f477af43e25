import { StorageError } from '../state/storage-error.js';

/** Where nobody else wants to hear of it. What the disk can't do is said in a line: where in the code it was is no help. */
export function logInternalError(error: unknown): void {
  console.error(error instanceof StorageError ? `nova-act-local: ${error.message}` : error);
}
