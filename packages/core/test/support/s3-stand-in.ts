import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { referenceSignature } from '../../src/service/testing/sigv4-reference.js';

export const S3_KEYS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'planted-secret' };
export const S3_REGION = 'eu-west-1';
const MIN_PART_BYTES = 5 * 1024 ** 2;

export interface StoredObject {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly tag: string;
}

export interface S3Asked {
  readonly method: string;
  readonly key: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

interface Upload {
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly parts: Map<number, { tag: string; body: Uint8Array }>;
}

/**
 * S3 as far as it is spoken to here: one bucket, its list, objects with tags, conditional writes, uploads in parts.
 * Every signature is recomputed, and every body compared with its signed digest. What `fault` gives is the
 * answer in the place of its own.
 */
export function s3StandIn(bucket = 'my-bucket') {
  const objects = new Map<string, StoredObject>();
  const uploads = new Map<string, Upload>();
  const asked: S3Asked[] = [];
  const world: { fault?: (request: S3Asked) => Response | Promise<Response> | undefined } = {};

  const answer = async (url: string, given: Omit<S3Asked, 'key' | 'query'>): Promise<Response> => {
    const { pathname, search, hostname } = new URL(url);
    const path = decodeURIComponent(pathname).slice(1);
    const key = hostname.startsWith(`${bucket}.`) ? path : path.slice(bucket.length + 1);
    const request = { ...given, key, query: search.slice(1) };
    asked.push(request);
    const fault = (await world.fault?.(request)) ?? unsigned(url, request);
    return fault ?? perform(request);
  };

  const perform = ({ method, key, query, headers, body }: S3Asked): Response => {
    const params = new URLSearchParams(query);
    const id = params.get('uploadId');
    const upload = uploads.get(id ?? '');
    if (id !== null && upload?.key !== key) return refusal(404, 'NoSuchUpload');
    if (method === 'POST' && params.has('uploads')) {
      const made = `${randomUUID()}/+&=`;
      uploads.set(made, { key, headers, parts: new Map() });
      return new Response(`<R><UploadId>${made.replace('&', '&amp;')}</UploadId></R>`);
    }
    if (upload && method === 'DELETE') {
      uploads.delete(id ?? '');
      return new Response(null, { status: 204 });
    }
    if (upload && method === 'PUT') {
      const part = { tag: tagOf(body), body };
      upload.parts.set(Number(params.get('partNumber')), part);
      return new Response('', { headers: { etag: part.tag } });
    }
    if (upload) return complete(upload, new TextDecoder().decode(body), id ?? '');
    const stored = objects.get(key);
    if (method === 'GET' && params.has('list-type')) return listOf(params.get('prefix') ?? '');
    if (method === 'GET') {
      if (!stored) return refusal(404, 'NoSuchKey');
      return new Response(Buffer.from(stored.body), { headers: { etag: stored.tag } });
    }
    const { 'if-match': match, 'if-none-match': none } = headers;
    if (match !== undefined && !stored) return refusal(404, 'NoSuchKey');
    if ((match !== undefined && match !== stored?.tag) || (none === '*' && stored)) {
      return refusal(412, 'PreconditionFailed');
    }
    objects.set(key, { body, headers, tag: tagOf(body) });
    return new Response('', { headers: { etag: tagOf(body) } });
  };

  const complete = ({ key, headers, parts }: Upload, list: string, id: string): Response => {
    const named = [...list.matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)<\/ETag>/g)];
    const chosen = named.map(([, number, tag]) => ({ tag, part: parts.get(Number(number)) }));
    if (chosen.length === 0 || chosen.some(({ tag, part }) => part?.tag !== tag)) {
      return refusal(400, 'InvalidPart');
    }
    const bodies = chosen.map(({ part }) => part?.body ?? new Uint8Array());
    if (bodies.slice(0, -1).some(({ length }) => length < MIN_PART_BYTES)) {
      return refusal(400, 'EntityTooSmall');
    }
    uploads.delete(id);
    const body = Buffer.concat(bodies);
    objects.set(key, { body, headers, tag: tagOf(body) });
    return new Response('<CompleteMultipartUploadResult/>');
  };

  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    init.signal?.throwIfAborted();
    const request = new Request(input, { ...init, duplex: 'half' } as RequestInit);
    const body = new Uint8Array(await request.arrayBuffer());
    const headers = Object.fromEntries(new Headers(init.headers));
    return answer(String(input), { method: request.method, headers, body });
  };

  const listOf = (prefix: string): Response => {
    const contents = [...objects]
      .filter(([key]) => key.startsWith(prefix))
      .map(
        ([key, { body }]) =>
          `<Contents><Key>${encodeURIComponent(key)}</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified><Size>${body.length}</Size></Contents>`,
      );
    return new Response(`<ListBucketResult>${contents.join('')}</ListBucketResult>`);
  };

  /** The same on a port of the loopback. */
  const serve = async () => {
    const server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      const url = `http://${request.headers.host}${request.url}`;
      const headers = request.headers as Record<string, string>;
      const { method = 'GET' } = request;
      const answered = await answer(url, { method, headers, body: Buffer.concat(parts) });
      response.writeHead(answered.status, Object.fromEntries(answered.headers));
      response.end(Buffer.from(await answered.arrayBuffer()));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return {
      url: `http://127.0.0.1:${port}`,
      close: () => {
        server.closeAllConnections();
        server.close();
      },
    };
  };

  return Object.assign(world, { fetch, serve, objects, uploads, asked });
}

export const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  new Response(`<Error><Code>${code}</Code></Error>`, { status, headers });

const tagOf = (body: Uint8Array) => `"${createHash('md5').update(body).digest('hex')}"`;

function unsigned(url: string, { method, headers, body }: S3Asked): Response | undefined {
  const { authorization = '' } = headers;
  const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? [];
  const signed = names.filter((name) => name !== 'host').map((name) => [name, headers[name] ?? '']);
  const reference = referenceSignature({
    method,
    url,
    body,
    headers: Object.fromEntries(signed),
    secretAccessKey: S3_KEYS.secretAccessKey,
    region: S3_REGION,
    service: 's3',
  });
  if (authorization === reference.authorization(S3_KEYS.accessKeyId)) return undefined;
  return refusal(403, 'SignatureDoesNotMatch');
}
