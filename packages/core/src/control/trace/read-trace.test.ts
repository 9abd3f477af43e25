import { describe, expect, it } from 'vitest';
import { StorageError, ValidationError } from '../../errors/index.js';
import { standingClock } from '../../service/testing/fake-service.js';
import { referenceSignature } from '../../service/testing/sigv4-reference.js';
import { NovaActControl } from '../nova-act-control.js';
import { tracePlace } from './trace-place.js';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'planted-secret' };
const at = (location: string) => ({ locationType: 'S3', location });
const TRACE = at('s3://my-traces/nova/act-1/');

/** S3 as far as this needs it: objects of one bucket in a region, and every signature computed anew. */
function fakeS3(objects: Record<string, string>, { region = 'us-east-1', page = 1_000 } = {}) {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = new URL(String(input));
    asked.push(`${init.method} ${url.host}${url.pathname}`);
    const { authorization = '', ...rest } = Object.fromEntries(new Headers(init.headers));
    const signed = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? [];
    const inRegion = /\/([\w-]+)\/s3\/aws4_request/.exec(authorization)?.[1] ?? '';
    const reference = referenceSignature({
      method: 'GET',
      url: String(input),
      body: '',
      headers: Object.fromEntries(
        Object.entries(rest).filter(([name]) => name !== 'host' && signed.includes(name)),
      ),
      secretAccessKey: credentials.secretAccessKey,
      region: inRegion,
      service: 's3',
    });
    if (authorization !== reference.authorization(credentials.accessKeyId)) {
      return new Response('<Error><Code>SignatureDoesNotMatch</Code></Error>', { status: 403 });
    }
    if (inRegion !== region) {
      const headers = { 'x-amz-bucket-region': region };
      return new Response('<Error><Code>PermanentRedirect</Code></Error>', {
        status: 301,
        headers,
      });
    }
    const key = decodeURIComponent(url.pathname.slice(1));
    if (key !== '') {
      const text = objects[key];
      const missing = '<Error><Code>NoSuchKey</Code></Error>';
      return text === undefined ? new Response(missing, { status: 404 }) : new Response(text);
    }
    return new Response(listOf(objects, url.searchParams, page));
  };
  return { fetch, asked };
}

function listOf(objects: Record<string, string>, query: URLSearchParams, page: number): string {
  const prefix = query.get('prefix') ?? '';
  const from = Number(query.get('continuation-token')?.replace('&', '') ?? 0);
  const size = Math.min(Number(query.get('max-keys') ?? page), page);
  const keys = Object.keys(objects).filter((key) => key.startsWith(prefix));
  const contents = keys.slice(from, from + size).map((key) => {
    const escaped = encodeURIComponent(key).replaceAll('%20', '+');
    const bytes = objects[key]?.length;
    return `<Contents><Key>${escaped}</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified><Size>${bytes}</Size></Contents>`;
  });
  const more = from + size < keys.length;
  const token = more ? `<NextContinuationToken>&amp;${from + size}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${token}${contents.join('')}</ListBucketResult>`;
}

const STEPS = {
  'nova/act-1/step_0.json': '{"step":0}',
  'nova/act-1/step_10.json': '{"step":10}',
  'nova/act-1/step_2.json': '{"step":2}',
  'nova/act-1/a picture & more.txt': 'hello',
  'nova/act-2/step_0.json': '{"step":"of another act"}',
};

describe('a trace', () => {
  it('is its files, in the order of their steps, each fetched when it is wanted', async () => {
    const { fetch, asked } = fakeS3(STEPS);
    const files = await new NovaActControl({ credentials, fetch }).readTrace(TRACE).toArray();
    expect(files.map(({ name }) => name)).toEqual([
      'a picture & more.txt',
      'step_0.json',
      'step_2.json',
      'step_10.json',
    ]);
    expect(files[1]).toMatchObject({
      bucket: 'my-traces',
      key: 'nova/act-1/step_0.json',
      bytes: 10,
      lastModified: new Date('2026-01-02T03:04:05.000Z'),
    });
    expect(asked).toHaveLength(1);
    expect(await files[3]?.json()).toEqual({ step: 10 });
    expect(await files[0]?.text()).toBe('hello');
    expect(asked).toHaveLength(3);
    expect(asked[0]).toBe('GET my-traces.s3.us-east-1.amazonaws.com/');
  });

  it('of many pages is whole, and of some up to its limit', async () => {
    const { fetch, asked } = fakeS3(STEPS, { page: 3 });
    const control = new NovaActControl({ credentials, fetch });
    expect(await control.readTrace(TRACE).toArray()).toHaveLength(4);
    expect(asked).toHaveLength(2);
    expect(await control.readTrace(TRACE, { limit: 2 }).toArray()).toHaveLength(2);
    expect(asked).toHaveLength(3);
  });

  it('is read from an act of a list as it is', async () => {
    const { fetch } = fakeS3(STEPS);
    const act = { actId: 'a', status: 'SUCCEEDED', traceLocation: at('s3://my-traces/nova/act-2') };
    const [file] = await new NovaActControl({ credentials, fetch }).readTrace(act).toArray();
    expect(await file?.json()).toEqual({ step: 'of another act' });
    expect(file?.name).toBe('step_0.json');
  });

  it('is found in whichever region S3 says', async () => {
    const { fetch, asked } = fakeS3(STEPS, { region: 'eu-west-1' });
    const control = new NovaActControl({ credentials, fetch });
    const files = await control.readTrace(TRACE).toArray();
    expect(await files[1]?.text()).toBe('{"step":0}');
    expect(asked.map((each) => /s3\.([\w-]+)\./.exec(each)?.[1])).toEqual([
      'us-east-1',
      'eu-west-1',
      'eu-west-1',
    ]);
  });

  it('in a region that was given is asked for there alone', async () => {
    const { fetch, asked } = fakeS3(STEPS, { region: 'eu-west-1' });
    const control = new NovaActControl({ credentials, fetch });
    const there = control.readTrace(TRACE, { region: 'us-west-2' }).toArray();
    await expect(there).rejects.toThrow('the bucket is in eu-west-1: pass it as region');
    expect(asked).toHaveLength(1);
  });

  it('that is denied says what it takes, and shows no secret', async () => {
    const denied = '<Error><Code>AccessDenied</Code></Error>';
    const fetch: typeof globalThis.fetch = async () => new Response(denied, { status: 403 });
    const reading = new NovaActControl({ credentials, fetch }).readTrace(TRACE).toArray();
    await expect(reading).rejects.toThrow(StorageError);
    await expect(reading).rejects.toThrow('403 AccessDenied. It takes s3:ListBucket');
    await expect(reading).rejects.not.toThrow('planted');
  });

  it.each([
    ['no list', '<html></html>'],
    ['an object without a key', '<ListBucketResult><Contents></Contents></ListBucketResult>'],
    [
      'more, and no way to it',
      '<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>',
    ],
  ])('answered with %s is an error', async (_what, body) => {
    const fetch: typeof globalThis.fetch = async () => new Response(body);
    const reading = new NovaActControl({ credentials, fetch }).readTrace(TRACE).toArray();
    await expect(reading).rejects.toThrow(/s3:\/\/my-traces\/nova\/act-1\/ could not be listed/);
  });

  it('a file that is no JSON is an error that names it', async () => {
    const { fetch } = fakeS3({ 'nova/act-1/step_0.json': '<cut off' });
    const [file] = await new NovaActControl({ credentials, fetch }).readTrace(TRACE).toArray();
    await expect(file?.json()).rejects.toThrow('s3://my-traces/nova/act-1/step_0.json');
  });

  it('of an S3 that never answers ends after requestTimeoutMs', async () => {
    const { clock, timedOut } = standingClock();
    const silent = timedOut((_request, signal) => {
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    });
    const fetch: typeof globalThis.fetch = async (_input, init) => {
      if (typeof silent !== 'function') throw new Error('no reply');
      return silent({} as never, init?.signal as AbortSignal);
    };
    const options = { credentials, fetch, clock };
    const reading = new NovaActControl(options).readTrace(TRACE).toArray();
    await expect(reading).rejects.toThrow('was not listed within 60000 ms');
  });

  it('ends with the reason of its signal', async () => {
    const { fetch, asked } = fakeS3(STEPS);
    const reason = new Error('enough');
    const signal = AbortSignal.abort(reason);
    const reading = new NovaActControl({ credentials, fetch })
      .readTrace(TRACE, { signal })
      .toArray();
    await expect(reading).rejects.toBe(reason);
    expect(asked).toEqual([]);
  });

  it('that was not exported is told from one that is, before anything is asked', () => {
    const control = new NovaActControl({ credentials });
    expect(() => control.readTrace({ traceLocation: undefined })).toThrow(ValidationError);
    expect(() => control.readTrace({})).toThrow(/traceLocation: is not there.*exportConfig/);
    expect(() => control.readTrace(TRACE, { bucketRegion: 'x' } as never)).toThrow(/mean region/);
  });
});

it.each([
  ['s3://bucket/a/b', { bucket: 'bucket', prefix: 'a/b' }],
  ['s3://bucket', { bucket: 'bucket', prefix: '' }],
  ['arn:aws:s3:::bucket/a/b', { bucket: 'bucket', prefix: 'a/b' }],
  ['https://bucket.s3.us-east-1.amazonaws.com/a%20b/c', { bucket: 'bucket', prefix: 'a b/c' }],
  ['https://bucket.s3.amazonaws.com/a', { bucket: 'bucket', prefix: 'a' }],
  ['https://s3.us-east-1.amazonaws.com/bucket/a', { bucket: 'bucket', prefix: 'a' }],
])('the place of %s is known', (location, place) => {
  expect(tracePlace(at(location))).toEqual(place);
});

it.each([
  at('somewhere'),
  at('https://example.com/trace'),
  at('s3://Not A Bucket/x'),
  { locationType: 'EFS', location: 's3://bucket/x' },
])('the place of %j is not, which is said with the place', (location) => {
  expect(() => tracePlace(location)).toThrow(StorageError);
  expect(() => tracePlace(location)).toThrow(location.location);
});
