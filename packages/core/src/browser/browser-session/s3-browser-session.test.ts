import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { referenceSignature } from '../../service/testing/sigv4-reference.js';
import type { StorageState } from './browser-session.js';
import { S3BrowserSession } from './s3-browser-session.js';

const state: StorageState = { cookies: [], origins: [] };
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'planted-secret' };
const { signal } = new AbortController();

/** S3 as far as this needs it: one object, and every signature recomputed. */
function fakeS3(fault?: Response) {
  const requests: { method: string; url: string }[] = [];
  let stored: string | undefined;
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = String(input);
    const { method = 'GET' } = init;
    const headers = Object.fromEntries(new Headers(init.headers));
    const body = typeof init.body === 'string' ? init.body : '';
    requests.push({ method, url });
    const { authorization = '', ...rest } = headers;
    const signed = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? [];
    const reference = referenceSignature({
      method,
      url,
      body,
      headers: Object.fromEntries(
        Object.entries(rest).filter(([name]) => name !== 'host' && signed.includes(name)),
      ),
      secretAccessKey: credentials.secretAccessKey,
      region: 'eu-west-1',
      service: 's3',
    });
    if (authorization !== reference.authorization(credentials.accessKeyId)) {
      return new Response('<Error><Code>SignatureDoesNotMatch</Code></Error>', { status: 403 });
    }
    if (fault) return fault;
    if (method === 'PUT') stored = body;
    else if (stored === undefined) return new Response('<Code>NoSuchKey</Code>', { status: 404 });
    return new Response(method === 'PUT' ? '' : stored);
  };
  return { fetch, requests };
}

describe('S3BrowserSession', () => {
  it('loads what was saved, by requests that S3 finds well signed', async () => {
    const { fetch, requests } = fakeS3();
    const session = new S3BrowserSession({
      bucket: 'my-bucket',
      key: 'sessions/shop one.json',
      region: 'eu-west-1',
      credentials,
      fetch,
    });
    expect(await session.load(signal)).toBeUndefined();
    await session.save(state, signal);
    expect(await session.load(signal)).toEqual(state);
    expect(requests.map(({ url }) => url)).toEqual(
      Array(3).fill('https://my-bucket.s3.eu-west-1.amazonaws.com/sessions/shop%20one.json'),
    );
  });

  it('says what S3 refused, and shows no secret', async () => {
    const fault = new Response('<Error><Code>AccessDenied</Code></Error>', { status: 403 });
    const { fetch } = fakeS3(fault);
    const session = new S3BrowserSession({
      bucket: 'b.with.dots',
      key: 'k',
      region: 'eu-west-1',
      credentials,
      fetch,
    });
    await expect(session.save(state, signal)).rejects.toThrow(
      's3://b.with.dots/k could not be written: 403 AccessDenied',
    );
    expect(inspect(session, { depth: 9 }) + JSON.stringify(session)).not.toContain('planted');
  });

  it.each([
    [{ bucket: 'Not A Bucket', key: 'k' }, 'bucket'],
    [{ bucket: 'bucket', key: '' }, 'key'],
    [{ bucket: 'bucket', key: 'k', endpointUrl: 'nonsense' }, 'endpointUrl'],
  ])('refuses %o', (options, field) => {
    expect(() => new S3BrowserSession(options)).toThrow(expect.objectContaining({ field }));
  });
});
