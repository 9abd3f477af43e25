import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostHeaderValidation, originValidation } from '@modelcontextprotocol/node';

export interface RequestGuard {
  /** Names and addresses that the server is asked for by; IPv6 in brackets. */
  readonly hostnames: readonly string[];
  /** What every request must bear, if anything. */
  readonly token: string | undefined;
}

/**
 * Whether a request may be heard; one that may not is answered, and nothing of it read. A page of another
 * site could make its name lead here (DNS rebinding), or ask without reading the answer: so the `Host` must
 * be one of ours, and an `Origin`, where there is one, too.
 */
export function requestGuard({
  hostnames,
  token,
}: RequestGuard): (request: IncomingMessage, response: ServerResponse) => boolean {
  const isOurHost = hostHeaderValidation([...hostnames]);
  const isOurOrigin = originValidation([...hostnames]);
  return (request, response) => {
    if (!isOurHost(request, response) || !isOurOrigin(request, response)) return false;
    if (token === undefined || isSame(bearerOf(request), token)) return true;
    const error = {
      error: 'invalid_token',
      error_description: 'This server demands its bearer token.',
    };
    response
      .writeHead(401, {
        'content-type': 'application/json',
        'www-authenticate': 'Bearer realm="nova-act"',
      })
      .end(JSON.stringify(error));
    return false;
  };
}

function bearerOf({ headers }: IncomingMessage): string {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
}

/** Takes as long whatever is wrong. */
function isSame(given: string, token: string): boolean {
  return timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string) => createHash('sha256').update(text).digest();
