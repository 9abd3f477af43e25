import { ActActuationError, ActError, AgentRedirectError } from '../errors/index.js';
import { thrownText } from '../errors/thrown-text.js';

/** What a browser hand threw, as the act reports it: an abort, when there was one, comes first. */
export function asActError(error: unknown, signal: AbortSignal, what: string): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof ActError || error instanceof AgentRedirectError) return error;
  const why = error instanceof Error ? error.message : thrownText(error);
  return new ActActuationError(`${what} failed in the browser: ${why}`, { cause: error });
}
