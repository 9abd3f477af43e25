import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, describe, expect, it, vi } from 'vitest';
import {
  refusal,
  S3_KEYS,
  S3_REGION,
  type S3Asked,
  s3StandIn,
} from '../../../test/support/s3-stand-in.js';
import { silentLogger } from '../../logger.js';
import { s3TraceWriter } from './s3-trace-writer.js';

const MiB = 1024 ** 2;
const root = mkdtempSync(join(tmpdir(), 's3-traces-'));
afterAll(() => rmSync(root, { recursive: true }));

function traces(files: Record<string, string | Uint8Array>) {
  const logsDirectory = join(mkdtempSync(join(root, 'logs-')), 'session-1');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(logsDirectory, name, '..'), { recursive: true });
    writeFileSync(join(logsDirectory, name), content);
  }
  return { sessionId: 'session-1', logsDirectory };
}

function toS3(options: object = {}) {
  const s3 = s3StandIn();
  const given = { bucket: 'my-bucket', region: S3_REGION, credentials: S3_KEYS, fetch: s3.fetch };
  return { s3, writer: s3TraceWriter({ ...given, prefix: 'traces/', ...options }) };
}
const textOf = (body: Uint8Array | undefined) => Buffer.from(body ?? []).toString();
const steps = ({ method, query }: S3Asked) =>
  `${method} ${query.replace(/uploadId=.*/, 'uploadId')}`;

describe('s3TraceWriter', () => {
  it('uploads every file of its session, each under its id, with its type and metadata', async () => {
    const info = vi.fn();
    const { s3, writer } = toS3({
      metadata: { Team: 'shop' },
      serverSideEncryption: 'aws:kms',
      kmsKeyId: 'alias/traces',
      logger: { ...silentLogger, info },
    });
    const session = traces({
      'act-1-go.html': '<p>trace</p>',
      'act-1-go.json': '{}',
      'pictures/step 1+2.jpg': 'picture',
      'act-2.html.part': 'half of it',
    });
    symlinkSync('/etc/hosts', join(session.logsDirectory, 'link.html'));
    await writer(session);
    expect([...s3.objects.keys()].sort()).toEqual([
      'traces/session-1/act-1-go.html',
      'traces/session-1/act-1-go.json',
      'traces/session-1/pictures/step 1+2.jpg',
    ]);
    const html = s3.objects.get('traces/session-1/act-1-go.html');
    expect(textOf(html?.body)).toBe('<p>trace</p>');
    expect(html?.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-amz-meta-team': 'shop',
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': 'alias/traces',
    });
    const to = 's3://my-bucket/traces/session-1/';
    expect(info).toHaveBeenCalledWith('Traces uploaded', { to, files: 3, bytes: 21 });
  });

  it('uploads a large file in parts, in order and whole', async () => {
    const large = new Uint8Array(11 * MiB).map((_, at) => at % 251);
    const { s3, writer } = toS3({ partBytes: 5 * MiB, serverSideEncryption: 'AES256' });
    await writer(traces({ 'video.webm': large }));
    expect(s3.asked.map(steps)).toEqual([
      'POST uploads',
      'PUT partNumber=1&uploadId',
      'PUT partNumber=2&uploadId',
      'PUT partNumber=3&uploadId',
      'POST uploadId',
    ]);
    const [, part] = s3.asked;
    expect(part?.headers).not.toHaveProperty('x-amz-server-side-encryption');
    const video = s3.objects.get('traces/session-1/video.webm');
    expect(Buffer.compare(video?.body ?? new Uint8Array(), large)).toBe(0);
    expect(video?.headers).toMatchObject({
      'content-type': 'video/webm',
      'x-amz-server-side-encryption': 'AES256',
    });
    expect(s3.uploads.size).toBe(0);
  });

  it('takes the parts of an upload back that fails, also when it is told so with 200', async () => {
    const { s3, writer } = toS3({ partBytes: 5 * MiB });
    s3.fault = ({ method, query }) =>
      method === 'POST' && query.startsWith('uploadId') ? refusal(200, 'InternalError') : undefined;
    await expect(writer(traces({ 'video.webm': new Uint8Array(6 * MiB) }))).rejects.toThrow(
      '1 of 1 files could not be uploaded: s3://my-bucket/traces/session-1/video.webm could not be written: 200 InternalError',
    );
    expect(s3.uploads.size).toBe(0);
  });

  it('ends with its signal, and takes what it began back', async () => {
    const abort = new AbortController();
    const { s3, writer } = toS3({ partBytes: 5 * MiB });
    s3.fault = ({ query }) => {
      if (query.startsWith('partNumber=2')) abort.abort(new Error('time is up'));
      return undefined;
    };
    const uploading = writer(traces({ 'video.webm': new Uint8Array(16 * MiB) }), abort.signal);
    await expect(uploading).rejects.toThrow('time is up');
    expect(s3.asked.map(steps)).not.toContain('PUT partNumber=4&uploadId');
    expect(s3.uploads.size).toBe(0);
    expect(s3.objects.size).toBe(0);
  });

  it('asks again what a passing fault was answered', async () => {
    const { s3, writer } = toS3();
    const faults = [refusal(503, 'SlowDown', { 'retry-after': '0' })];
    s3.fault = () => faults.shift();
    await writer(traces({ 'act.json': '{}' }));
    expect(s3.asked).toHaveLength(2);
    expect(s3.objects.size).toBe(1);
  });

  it('uploads what it can when some cannot be, and says how many', async () => {
    const { s3, writer } = toS3();
    s3.fault = ({ key }) => (key.endsWith('b.json') ? refusal(403, 'AccessDenied') : undefined);
    const files = { 'a.json': '1', 'b.json': '2', 'c.json': '3' };
    await expect(writer(traces(files))).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      place: 's3://my-bucket/traces/session-1/',
      message: expect.stringMatching(/^1 of 3 files .* 403 AccessDenied\. It takes s3:PutObject/),
    });
    expect(s3.objects.size).toBe(2);
  });

  it('has nothing to do where there was no act, and cannot work without traces', async () => {
    const { s3, writer } = toS3();
    await writer({ sessionId: 'session-1', logsDirectory: join(root, 'none') });
    expect(s3.asked).toEqual([]);
    const without = { sessionId: 'session-1', logsDirectory: undefined };
    await expect(writer(without)).rejects.toMatchObject({ field: 'logsDirectory' });
  });
});

describe('the check of an s3TraceWriter', () => {
  it('finds that the bucket can be written, encryption included, and leaves nothing', async () => {
    const { s3, writer } = toS3({ serverSideEncryption: 'aws:kms' });
    await writer.check({ logsDirectory: './traces' });
    await writer.check();
    expect(s3.asked.map(steps)).toEqual([
      'POST uploads',
      'DELETE uploadId',
      'POST uploads',
      'DELETE uploadId',
    ]);
    expect(s3.asked[0]).toMatchObject({
      key: 'traces/write-check',
      headers: { 'x-amz-server-side-encryption': 'aws:kms' },
    });
    expect([s3.objects.size, s3.uploads.size]).toEqual([0, 0]);
  });

  it.each([
    [refusal(404, 'NoSuchBucket'), 'Make the bucket'],
    [refusal(403, 'AccessDenied'), 's3:PutObject and s3:AbortMultipartUpload on the keys'],
    [refusal(400, 'KMS.NotFoundException'), 'kmsKeyId'],
    [refusal(301, 'PermanentRedirect', { 'x-amz-bucket-region': 'eu-west-3' }), 'in eu-west-3'],
  ])('says what is to be done about %o', async (answer, remedy) => {
    const { s3, writer } = toS3();
    s3.fault = () => answer.clone();
    await expect(writer.check()).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.stringContaining(remedy),
      place: 's3://my-bucket/traces/write-check',
    });
  });

  it('says that the session writes no traces', async () => {
    const { s3, writer } = toS3();
    const check = writer.check({ logsDirectory: undefined });
    await expect(check).rejects.toMatchObject({ field: 'logsDirectory' });
    expect(s3.asked).toEqual([]);
  });
});

it.each([
  ['bucket', { bucket: 'No' }],
  ['prefix', { prefix: 'x'.repeat(769) }],
  ['partBytes', { partBytes: 1024 }],
  ['metadata.a b', { metadata: { 'a b': 'c' } }],
  ['metadata.a', { metadata: { a: 'ü' } }],
  ['metadata', { metadata: { a: 'x'.repeat(2048) } }],
  ['s3_prefix', { s3_prefix: 'x' }],
])('an unusable %s is refused by its name', (field, options) => {
  expect(() => toS3(options)).toThrow(expect.objectContaining({ field }));
});

it('a trace writer has a name for when it fails, and shows no secret', () => {
  const { writer } = toS3();
  expect(inspect(writer, { depth: 9 })).not.toContain('planted');
  expect(writer.name).toBe('uploadTraces');
});
