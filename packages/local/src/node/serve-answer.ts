import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, RawRequest } from '../surface/answer.js';

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

/** A request with its body, or undefined when the body is larger than `maxBodyBytes`. */
export async function readRequest(
  request: IncomingMessage,
  maxBodyBytes: number,
  signal: AbortSignal,
): Promise<RawRequest | undefined> {
  const chunks = await readChunks(request, maxBodyBytes);
  if (!chunks) return undefined;
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const [only] = chunks;
  return {
    method: request.method ?? 'GET',
    path,
    query: query.join('?'),
    headers: readHeaders(request),
    body: chunks.length === 1 && only ? only : Buffer.concat(chunks),
    signal,
  };
}

/** Events rather than an iterator: a body of 200 KB comes in many chunks, and a promise for each of them costs. */
function readChunks(request: IncomingMessage, maxBytes: number): Promise<Buffer[] | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBytes) chunks.push(chunk);
      else resolve(undefined);
    });
    request.on('end', () => resolve(chunks));
    request.on('error', reject);
  });
}

function readHeaders(request: IncomingMessage): Record<string, string | undefined> {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  return headers;
}
