import { ActServiceError } from './service-errors.js';

/** What the service has on record instead of the status that it refused; undefined when it is not known. */
export function recordedStatusOf(failure: unknown): string | undefined {
  return failure instanceof ActServiceError ? failure.recordedStatus : undefined;
}

/** What is known to be on record instead, as the end of a sentence that says what could not be put there. */
export function insteadOnRecord(failure: unknown): string {
  const status = recordedStatusOf(failure);
  if (status !== undefined) return `: it is ${status} there`;
  const doubtful = failure instanceof ActServiceError && failure.mayHaveExecuted;
  return doubtful ? ': an answer was lost, and whether it is there all the same is not known' : '';
}
