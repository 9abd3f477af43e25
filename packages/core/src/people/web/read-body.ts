import type { IncomingMessage } from 'node:http';

const MOST_BYTES = 64 * 1024;

/** The JSON of a small request; undefined when it is none, or no small one. */
export async function readBody(request: IncomingMessage): Promise<{ value: unknown } | undefined> {
  // A page elsewhere can have a browser send text, but not this type.
  if (!request.headers['content-type']?.startsWith('application/json')) return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  try {
    return { value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return undefined;
  }
}
