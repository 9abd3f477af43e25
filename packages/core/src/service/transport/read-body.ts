/**
 * As much as the service takes in one request, and far above any answer of its own: the largest, a
 * step, is some hundred lines of text. Counted as the body is read, after decompression.
 */
export const MAX_BODY_BYTES = 5_000_000;

/** The body is larger than anything the service would send. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/** Reads a body as UTF-8 text, and stops taking it in when it is too large. */
export async function readBody(response: Response, maxBytes = MAX_BODY_BYTES): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      // What the cancelled stream comes to is of no interest: its answer is not used.
      void reader.cancel().catch(() => undefined);
      throw new BodyTooLargeError(`The answer is larger than ${maxBytes} bytes`);
    }
    chunks.push(value);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
