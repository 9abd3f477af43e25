import { NovaActError } from './nova-act-error.js';

/**
 * Thrown by an actuator or a tool to tell the agent that a call did not work and what to try
 * instead. It goes back to the model as that call's result; the act goes on. Never thrown to users.
 */
export class AgentRedirectError extends NovaActError {
  override readonly name: string = 'AgentRedirectError';
  override readonly code = 'AGENT_REDIRECT';
}
