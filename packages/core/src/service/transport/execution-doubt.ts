import {
  ActBadResponseError,
  ActInternalServerError,
  ActServiceError,
  ActServiceUnavailableError,
} from '../../errors/index.js';
import { wasNeverReached } from '../network/why-unreachable.js';

/**
 * Whether a request may have been carried out in one of its attempts so far. What comes of a later one
 * cannot be read without it: "has ended already" is the answer to a second success, and to a first one
 * that comes too late.
 */
export class ExecutionDoubt {
  #mayHaveExecuted = false;

  /** The same outcome; a failure is noted, and says of itself whether there is doubt. */
  async watch<T>(attempt: Promise<T>): Promise<T> {
    try {
      return await attempt;
    } catch (error) {
      this.#mayHaveExecuted ||= mayHaveExecuted(error);
      if (this.#mayHaveExecuted && error instanceof ActServiceError) {
        Object.assign(error, { mayHaveExecuted: true });
      }
      throw error;
    }
  }
}

/**
 * No 4xx was: that is what it says. A 5xx may come from in front of the service, or from behind; and an
 * answer that nobody understands is an answer.
 */
function mayHaveExecuted(error: unknown): boolean {
  if (error instanceof ActInternalServerError || error instanceof ActBadResponseError) return true;
  return error instanceof ActServiceUnavailableError && !wasNeverReached(error.cause);
}
