import type { Actuator } from '../browser/actuator.js';
import { preempt } from '../deadline/pre-empt.js';
import { ActActuationError, AgentRedirectError } from '../errors/index.js';

/** A navigation that the user asked for, until the page has settled. No redirect reaches a user. */
export async function navigate(
  actuator: Actuator,
  url: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await preempt(actuator.goToUrl(url, signal), signal);
    await preempt(actuator.settle(signal), signal);
  } catch (error) {
    if (!(error instanceof AgentRedirectError)) throw error;
    throw new ActActuationError(error.message, { cause: error });
  }
}
