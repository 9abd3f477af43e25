import { ValidationError } from '../../errors/index.js';
import type { Authorizer } from '../../service/auth/authorizer.js';
import { type Presigning, presignedUrl } from '../../service/auth/presign.js';

/** AgentCore takes no longer ones. */
const LONGEST_LINK_S = 300;

/** The two streams of a browser session: the one that acts on it, and the one that shows it. */
export function agentCoreStreams(
  endpointUrl: string,
  browserIdentifier: string,
  sessionId: string,
): { automationUrl: string; liveViewUrl: string } {
  const base = `${endpointUrl}/browser-streams/${encodeURIComponent(browserIdentifier)}/sessions/${sessionId}`;
  return { automationUrl: `${base}/automation`, liveViewUrl: `${base}/live-view` };
}

/** The address of a WebSocket, and headers that are signed as for a GET of it; good for five minutes. */
export async function signedSocket(
  url: string,
  authorizer: Authorizer,
  signal: AbortSignal,
): Promise<{ endpointUrl: string; headers: Readonly<Record<string, string>> }> {
  const request = { method: 'GET', url, headers: {}, body: '' };
  const { headers } = await authorizer.authorize(request, signal);
  return { endpointUrl: url.replace(/^http/, 'ws'), headers };
}

/** What signs a link to `url` whenever it is called. */
export function linkTo(url: string, signing: Presigning) {
  return async (expiresInSeconds = LONGEST_LINK_S): Promise<string> => {
    const isInLimits =
      Number.isInteger(expiresInSeconds) &&
      expiresInSeconds >= 1 &&
      expiresInSeconds <= LONGEST_LINK_S;
    if (isInLimits) return presignedUrl(url, expiresInSeconds, signing);
    throw new ValidationError('is out of range', {
      field: 'expiresInSeconds',
      value: expiresInSeconds,
      remedy: `Give a whole number of seconds from 1 to ${LONGEST_LINK_S}.`,
    });
  };
}
