import { SDK_VERSION } from '../version.js';
import type { Connection } from './connect.js';
import type { CallOptions } from './nova-act-service.js';
import type { Answer } from './transport/answer.js';
import { send } from './transport/send.js';

const HEADERS = {
  'content-type': 'application/json',
  'user-agent': `nova-act-typescript/${SDK_VERSION} node/${process.versions.node} NovaActSdk/${SDK_VERSION}`,
};

/** Sends one operation, its body written once, so that every attempt has the same client token. */
export type Send = (
  operation: string,
  method: string,
  path: string,
  body: string,
  options?: CallOptions,
) => Promise<Answer>;

/** What every operation is sent with: the endpoint, the headers that say who asks, the deadline. */
export function senderOf({ endpointUrl, clientSource, transport }: Connection): Send {
  const headers = { ...HEADERS, 'x-client-source': clientSource };
  return (operation, method, path, body, { signal, attemptTimeoutMs } = {}) => {
    const requestTimeoutMs = Math.min(
      transport.requestTimeoutMs,
      attemptTimeoutMs ?? Number.POSITIVE_INFINITY,
    );
    const request = { method, url: `${endpointUrl}${path}`, headers, body };
    return send({ ...transport, requestTimeoutMs }, operation, request, signal);
  };
}
