import type { ServerContext } from '@modelcontextprotocol/server';
import { type EventListener, progressReporter } from '@nova-act/core';

/**
 * Tells the caller how it goes, line by line, when it asked to be told: with a client that reads it, each
 * line also puts off the client's own time limit.
 */
export function progressTo(
  { mcpReq }: ServerContext,
  onError: (error: unknown) => void,
): EventListener {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return () => {};
  let progress = 0;
  return progressReporter({
    write(line) {
      progress += 1;
      const params = { progressToken, progress, message: line.trim() };
      mcpReq.notify({ method: 'notifications/progress', params }).catch(onError);
    },
  });
}
