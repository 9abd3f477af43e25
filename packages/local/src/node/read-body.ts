import type { IncomingMessage } from 'node:http';
import type { HeldBytes } from './held-bytes.js';

/** The client went away in the middle of its request. */
export class ClientGoneError extends Error {
  override readonly name = 'ClientGoneError';
}

/** Whether a request says that its body will have more than `maxBytes`: then there is no need to read it. */
export function announcesMoreThan(maxBytes: number, { headers }: IncomingMessage): boolean {
  return Number(headers['content-length'] ?? 0) > maxBytes;
}

/**
 * A body, or why it is not taken: `too-large` is more than `maxBytes`, `no-room` is more than `held` has left, which
 * counts it until it is whole. Rejects with a ClientGoneError.
 */
export async function readBody(
  request: IncomingMessage,
  maxBytes: number,
  held?: HeldBytes,
): Promise<Buffer | 'too-large' | 'no-room'> {
  const chunks = await readChunks(request, maxBytes, held);
  if (!Array.isArray(chunks)) return chunks;
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks);
}

/** Events rather than an iterator: a body of 200 KB comes in many chunks, and a promise for each of them costs. */
function readChunks(
  request: IncomingMessage,
  maxBytes: number,
  held: HeldBytes | undefined,
): Promise<Buffer[] | 'too-large' | 'no-room'> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let bytes = 0;
    const end = (settle: () => void) => {
      request.off('data', take);
      held?.give(bytes);
      bytes = 0;
      settle();
    };
    const refuse = (why: 'too-large' | 'no-room') =>
      end(() => {
        chunks = [];
        // The rest is thrown away as it comes, so that the client gets to read why.
        request.resume();
        resolve(why);
      });
    const take = (chunk: Buffer) => {
      if (bytes + chunk.length > maxBytes) return refuse('too-large');
      if (held && !held.take(chunk.length)) return refuse('no-room');
      bytes += chunk.length;
      chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => end(() => resolve(chunks)));
    const gone = (cause?: Error) => end(() => reject(new ClientGoneError(undefined, { cause })));
    request.once('error', gone);
    request.once('close', gone);
  });
}
