import { ActActuationError, ActError, AgentRedirectError } from '../errors/index.js';
import { thrownMessage } from '../errors/thrown-text.js';

/** What a browser hand threw, as the act reports it: an abort, when there was one, comes first. */
export function asActError(error: unknown, signal: AbortSignal, what: string): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof ActError || error instanceof AgentRedirectError) return error;
  const why = thrownMessage(error);
  return new ActActuationError(`${what} failed in the browser: ${why}`, { cause: error });
}

/** What leaves to a user: a redirect is for the agent, and where none can take it up it is a failure. */
export function withoutRedirect(error: unknown): unknown {
  if (!(error instanceof AgentRedirectError)) return error;
  return new ActActuationError(error.message);
}
