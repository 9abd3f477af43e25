import { ActBadRequestError, ActConflictError } from '../errors/index.js';

/**
 * True for the refusal of a terminal status that is on record already: an earlier attempt of the same
 * request landed, and only its answer was lost. The API-key surface has no 409 and says 400; the
 * request itself is sound, so there is nothing else it could refuse.
 */
export function isOnRecord(error: unknown): boolean {
  const refused = error instanceof ActConflictError || error instanceof ActBadRequestError;
  return refused && (error.attempts ?? 1) > 1;
}
