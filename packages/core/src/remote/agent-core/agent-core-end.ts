import type { AgentCoreClient } from './agent-core-client.js';
import type { AgentCoreBrowserOptions } from './agent-core-options.js';

/** Saves the profile, where that is asked for, and stops the session, whether or not it was saved. */
export function agentCoreEnd(
  client: AgentCoreClient,
  sessionId: string,
  profile: AgentCoreBrowserOptions['profile'],
): (signal: AbortSignal) => Promise<void> {
  return async (signal) => {
    try {
      if (typeof profile === 'object' && profile.save) {
        await client.saveProfile(profile.identifier, sessionId, signal);
      }
    } finally {
      await client.stop(sessionId, signal);
    }
  };
}
