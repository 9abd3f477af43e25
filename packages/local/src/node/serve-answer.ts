import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, RequestHead } from '../surface/answer.js';

/** Sends an answer, or breaks the connection as its delivery says. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  const { socket } = response;
  switch (answer.delivery) {
    case 'silent':
      return;
    case 'reset':
      socket?.resetAndDestroy();
      return;
    case 'truncate': {
      const body = Buffer.from(answer.body);
      response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
      // Only once the first half is on its way may the connection break.
      response.write(body.subarray(0, Math.ceil(body.length / 2)), () => socket?.destroy());
      return;
    }
    case 'whole':
      response.writeHead(answer.status, {
        ...answer.headers,
        'content-length': Buffer.byteLength(answer.body),
      });
      // As a string, so that head and body leave in one write.
      response.end(answer.body);
  }
}

/** A request without its body. */
export function readHead(request: IncomingMessage): RequestHead {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  return {
    method: request.method ?? 'GET',
    path,
    query: query.join('?'),
    headers: readHeaders(request),
  };
}

function readHeaders(request: IncomingMessage): Record<string, string | undefined> {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  return headers;
}
