import { randomUUID } from 'node:crypto';
import { ActBadResponseError, ActNotFoundError } from '../../errors/index.js';
import { type Answer, objectOf } from '../../service/transport/answer.js';
import { send, type Transport } from '../../service/transport/send.js';
import { factsOf } from '../../service/transport/translate-error.js';
import { SDK_VERSION } from '../../version.js';

const HEADERS = {
  'content-type': 'application/json',
  'user-agent': `nova-act-typescript/${SDK_VERSION} node/${process.versions.node}`,
};
const SESSION_ID = /^[0-9a-zA-Z]{1,40}$/;

/** For one try. Starting a browser takes seconds; the second try is for a lost answer. */
const START = { requestTimeoutMs: 50_000 };
/** Two of them are within the bound of the step that ends a browser, and so is one after a profile's. */
const STOP = { requestTimeoutMs: 4_500 };

export interface AgentCoreClient {
  /** Starts a session; gives its id. A second try is the same request to AgentCore, by its token. */
  start(request: object): Promise<string>;
  /** Keeps what the session has signed in to. */
  saveProfile(profileIdentifier: string, sessionId: string, signal: AbortSignal): Promise<void>;
  /** One that has ended by itself counts as stopped. */
  stop(sessionId: string, signal: AbortSignal): Promise<void>;
}

/**
 * The operations of AgentCore's data plane on browser sessions.
 * https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_StartBrowserSession.html
 */
export function agentCoreClient(
  { endpointUrl, browserIdentifier }: { endpointUrl: string; browserIdentifier: string },
  transport: Transport,
): AgentCoreClient {
  const sessions = `/browsers/${encodeURIComponent(browserIdentifier)}/sessions`;
  const put = (
    operation: string,
    path: string,
    body: object,
    within: Partial<Transport>,
    signal?: AbortSignal,
  ) => {
    const text = JSON.stringify({ ...body, clientToken: randomUUID() });
    const request = { method: 'PUT', url: `${endpointUrl}${path}`, headers: HEADERS, body: text };
    return send({ ...transport, ...within }, operation, request, signal);
  };
  return {
    // Without a signal: whether there is a session is known when it is answered, and then it can be ended.
    start: async (request) =>
      sessionIdIn(await put('StartBrowserSession', `${sessions}/start`, request, START)),
    async saveProfile(profileIdentifier, sessionId, signal) {
      const path = `/browser-profiles/${encodeURIComponent(profileIdentifier)}/save`;
      const body = { browserIdentifier, sessionId };
      await put(
        'SaveBrowserSessionProfile',
        path,
        body,
        { ...STOP, policy: { ...transport.policy, maxAttempts: 1 } },
        signal,
      );
    },
    async stop(sessionId, signal) {
      const path = `${sessions}/stop?sessionId=${sessionId}`;
      try {
        await put('StopBrowserSession', path, {}, STOP, signal);
      } catch (error) {
        if (!(error instanceof ActNotFoundError)) throw error;
      }
    },
  };
}

/** It becomes part of addresses. */
function sessionIdIn(answer: Answer): string {
  const id = objectOf(answer.body)?.['sessionId'];
  if (typeof id === 'string' && SESSION_ID.test(id)) return id;
  throw new ActBadResponseError(
    `${answer.operation}: the answer has no sessionId`,
    factsOf(answer),
  );
}
