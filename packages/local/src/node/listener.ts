import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { isServicePath, surfaceOf } from '../contract/match-operation.js';
import { admissionOf, handleRequest } from '../engine/handle-request.js';
import type { ServiceCore } from '../engine/service-core.js';
import type { ServiceParts } from '../service/service-parts.js';
import { apiKeyFault } from '../surface/api-key-answer.js';
import { awsFault } from '../surface/aws-answer.js';
import { ServiceFault } from '../surface/service-fault.js';
import { type HostRules, refuseForeign } from './guard-host.js';
import type { HeldBytes } from './held-bytes.js';
import { cutSlowReader } from './limit-connections.js';
import { announcesMoreThan, ClientGoneError, readBody } from './read-body.js';
import { readHead, sendAnswer } from './serve-answer.js';
import { whenOver } from './when-over.js';

/** More than any page takes of a body: `hono/body-limit` refuses the rest. */
const pageBodyBytes = 64 * 1024;

export interface ListenerRules {
  host: HostRules;
  maxBodyBytes: number;
  /** What is held of bodies whose signature can't be checked before they are whole. */
  held: HeldBytes;
  /** Whether there is one connection too many, and the request came over it. */
  isSurplus: (request: IncomingMessage) => boolean;
  /** How long a client may take to take in its answer. */
  answerTimeoutMs: number;
}

/** What the port does with a request: strangers are sent away, pages served, operations carried out. */
export function listener(parts: ServiceParts, rules: ListenerRules) {
  const { core } = parts;
  const pages = getRequestListener(parts.app.fetch);
  return (request: IncomingMessage, response: ServerResponse, invite = () => {}) => {
    cutSlowReader(response, rules.answerTimeoutMs);
    const refusal = refuseForeign(request, rules.host);
    if (refusal !== undefined) return sendAway(response, 403, refusal);
    const [path = '/'] = (request.url ?? '/').split('?');
    const refuse = (fault: ServiceFault, headers = {}) => {
      const { surface } = surfaceOf(path);
      const answer = (surface === 'aws' ? awsFault : apiKeyFault)(fault, core.newId());
      sendAnswer(response, { ...answer, headers: { ...answer.headers, ...headers } });
    };
    if (rules.isSurplus(request))
      return refuse(busy('There are too many connections (limits.maxConnections)'), {
        connection: 'close',
      });
    if (!isServicePath(path)) {
      if (!holdPageBody(request, response, rules.held)) return refuse(noRoom(rules.held));
      invite();
      void pages(request, response);
      return;
    }
    answer(core, request, response, rules, invite)
      .then((fault) => fault && refuse(fault))
      .catch((error: unknown) => {
        // A client that has gone needs no answer; anything else is a failure of the service's own.
        const gone = error instanceof ClientGoneError || request.socket.destroyed;
        if (!gone && !response.destroyed) core.onInternalError(error);
        response.destroy();
      });
  };
}

/** Answers a request, or gives back why it is not read. */
async function answer(
  core: ServiceCore,
  request: IncomingMessage,
  response: ServerResponse,
  { maxBodyBytes, held }: ListenerRules,
  invite: () => void,
): Promise<ServiceFault | undefined> {
  const gone = new AbortController();
  whenOver(request, response, () => {
    if (!response.writableFinished) gone.abort(new ClientGoneError());
  });
  const head = readHead(request);
  const admission = admissionOf(core, head);
  // Nothing is held for who is not known: without its body the request is refused as with it.
  let body: Awaited<ReturnType<typeof readBody>> = Buffer.alloc(0);
  if (admission !== 'refused') {
    if (announcesMoreThan(maxBodyBytes, request)) return tooLarge(maxBodyBytes);
    invite();
    body = await readBody(request, maxBodyBytes, admission === 'by-body' ? held : undefined);
  }
  if (body === 'too-large') return tooLarge(maxBodyBytes);
  if (body === 'no-room') return noRoom(held);
  sendAnswer(response, await handleRequest(core, { ...head, body, signal: gone.signal }));
  return undefined;
}

function tooLarge(maxBodyBytes: number): ServiceFault {
  return new ServiceFault(
    `The body is larger than ${maxBodyBytes} bytes, which is the limit (maxBodyBytes)`,
    { kind: 'too-large' },
  );
}

const busy = (why: string) =>
  new ServiceFault(why, { kind: 'internal', status: 503, retryAfterSeconds: 1 });

const noRoom = ({ limit }: HeldBytes) =>
  busy(
    `Requests that are not authenticated yet hold ${limit} bytes, which is the limit (limits.maxUnauthenticatedBytes). Try again, or sign with x-amz-content-sha256.`,
  );

/** A page may read its body before it knows who sends it, so that counts as well. */
function holdPageBody(
  request: IncomingMessage,
  response: ServerResponse,
  held: HeldBytes,
): boolean {
  const { method } = request;
  if (method === 'GET' || method === 'HEAD') return true;
  const bytes = Math.min(pageBodyBytes, held.limit);
  if (!held.take(bytes)) return false;
  whenOver(request, response, () => held.give(bytes));
  return true;
}

function sendAway(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' });
  response.end(why);
}
