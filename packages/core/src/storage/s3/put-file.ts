import { type FileHandle, open } from 'node:fs/promises';
import { StorageError } from '../../errors/index.js';
import type { S3Client } from './s3-client.js';
import { codeIn, refused } from './s3-error.js';
import type { S3Answer } from './s3-exchange.js';

/** Of S3: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
export const MIN_PART_BYTES = 5 * 1024 ** 2;
export const MAX_PART_BYTES = 5 * 1024 ** 3;
const MAX_PARTS = 10_000;
/** How long the parts of an upload that failed are taken back for. */
const TAKE_BACK_MS = 2_000;

export const PUT_PERMISSIONS =
  's3:PutObject and s3:AbortMultipartUpload on the keys, and kms:GenerateDataKey and kms:Decrypt on a KMS key';

export interface FileToPut {
  readonly file: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A file that is larger goes up in parts of this size, or of more where they were too many. */
  readonly partBytes: number;
}

/** Puts a file, as one object or in parts, with no more than a part in memory. Gives its size. */
export async function putFile(
  client: S3Client,
  { file, key, headers, partBytes }: FileToPut,
  signal: AbortSignal,
): Promise<number> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size > partBytes) {
      const each = Math.max(partBytes, Math.ceil(size / MAX_PARTS));
      await putInParts(client, { key, headers }, () => partsOf(handle, size, each), signal);
      return size;
    }
    const body = await readPart(handle, 0, size);
    const put = { method: 'PUT', key, headers, body, verb: 'written' } as const;
    demand(client, key, await client.send(put, signal));
    return size;
  } finally {
    await handle.close();
  }
}

/** Begins an upload in parts, which nobody sees before it is completed. */
export async function beginParts(
  client: S3Client,
  { key, headers }: Pick<FileToPut, 'key' | 'headers'>,
  signal: AbortSignal,
): Promise<string> {
  const begin = { method: 'POST', key, headers, query: 'uploads', verb: 'written' } as const;
  const { text } = demand(client, key, await client.send(begin, signal));
  const id = /<UploadId>([^<]+)<\/UploadId>/.exec(text)?.[1];
  if (id !== undefined) return id.replaceAll('&amp;', '&');
  const place = client.placeOf(key);
  throw new StorageError(`${place} could not be written: S3 gave no upload id`, { place });
}

/** Takes an upload back, with all of its parts. */
export async function abortParts(
  client: S3Client,
  key: string,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const query = `uploadId=${encodeURIComponent(id)}`;
  const abort = { method: 'DELETE', key, query, verb: 'taken back' } as const;
  demand(client, key, await client.send(abort, signal), 'taken back');
}

async function putInParts(
  client: S3Client,
  object: Pick<FileToPut, 'key' | 'headers'>,
  parts: () => AsyncGenerator<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
): Promise<void> {
  const { key } = object;
  const id = await beginParts(client, object, signal);
  const upload = `uploadId=${encodeURIComponent(id)}`;
  try {
    const tags: string[] = [];
    for await (const body of parts()) {
      const query = `partNumber=${tags.length + 1}&${upload}`;
      const put = { method: 'PUT', key, query, body, verb: 'written' } as const;
      const { headers } = demand(client, key, await client.send(put, signal));
      tags.push(headers.get('etag') ?? '');
    }
    const list = tags.map((tag, at) => `<Part>${number(at + 1)}<ETag>${tag}</ETag></Part>`);
    const body = `<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`;
    const complete = { method: 'POST', key, query: upload, body, verb: 'written' } as const;
    demand(client, key, await client.send(complete, signal));
  } catch (error) {
    // Its parts would be paid for. What it failed for is told, and not that this failed too.
    await abortParts(client, key, id, AbortSignal.timeout(TAKE_BACK_MS)).catch(() => undefined);
    throw error;
  }
}

const number = (part: number) => `<PartNumber>${part}</PartNumber>`;

async function* partsOf(handle: FileHandle, size: number, each: number) {
  for (let at = 0; at < size; at += each) yield readPart(handle, at, Math.min(each, size - at));
}

async function readPart(handle: FileHandle, at: number, length: number) {
  const part = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(part, filled, length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return part.subarray(0, filled);
}

/** Completing an upload may be answered 200 with an error in it. */
function demand(client: S3Client, key: string, answer: S3Answer, verb = 'written'): S3Answer {
  if (answer.ok && codeIn(answer.text) === undefined) return answer;
  throw refused(client.placeOf(key), verb, answer, PUT_PERMISSIONS);
}
