import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { refusal, S3_KEYS, S3_REGION, s3StandIn } from '../../../test/support/s3-stand-in.js';
import type { StorageState } from './browser-session.js';
import { S3BrowserSession } from './s3-browser-session.js';

const state: StorageState = { cookies: [], origins: [] };
const { signal } = new AbortController();
const withKey = (saved: StorageState = state, name: string): StorageState => ({
  ...saved,
  origins: [
    ...saved.origins,
    { origin: 'https://e.com', localStorage: [{ name, value: 'there' }] },
  ],
});

function inS3(options: object = {}) {
  const s3 = s3StandIn();
  const given = { bucket: 'my-bucket', key: 'sessions/shop one.json', region: S3_REGION };
  const { fetch } = s3;
  const aSession = () =>
    new S3BrowserSession({ ...given, credentials: S3_KEYS, fetch, ...options });
  return { s3, aSession };
}

describe('S3BrowserSession', () => {
  it('loads what was saved, by requests that S3 finds well signed', async () => {
    const urls: string[] = [];
    const { s3 } = inS3();
    const { aSession } = inS3({
      fetch: (url: string, init: RequestInit) => {
        urls.push(url);
        return s3.fetch(url, init);
      },
    });
    expect(await aSession().load(signal)).toBeUndefined();
    await aSession().save(state, signal);
    expect(await aSession().load(signal)).toEqual(state);
    expect(urls).toEqual(
      Array(3).fill('https://my-bucket.s3.eu-west-1.amazonaws.com/sessions/shop%20one.json'),
    );
  });

  it('keeps what all have changed who save at the same time', async () => {
    const { s3, aSession } = inS3();
    const names = ['a', 'b', 'c', 'd'];
    const update = (name: string) => aSession().update((saved) => withKey(saved, name), signal);
    await Promise.all(names.map(update));
    const saved = await aSession().load(signal);
    expect(saved?.origins.map(({ localStorage }) => localStorage[0]?.name).sort()).toEqual(names);
    const writes = s3.asked.filter(({ method }) => method === 'PUT');
    expect(writes[0]?.headers).toMatchObject({ 'if-none-match': '*' });
    expect(writes.at(-1)?.headers).toMatchObject({ 'if-match': expect.stringMatching(/^"/) });
    // Some came too late, and did it once more.
    expect(writes.length).toBeGreaterThan(names.length);
  });

  it('says so when others save in between each time', async () => {
    const { s3, aSession } = inS3();
    s3.fault = ({ method }) =>
      method === 'PUT' ? refusal(409, 'ConditionalRequestConflict') : undefined;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const saving = vi.fn();
    const update = aSession()
      .update(() => state, signal)
      .catch(saving);
    while (saving.mock.calls.length === 0) {
      vi.advanceTimersByTime(500);
      await new Promise((resolve) => setImmediate(resolve));
    }
    vi.useRealTimers();
    await update;
    expect(saving.mock.lastCall).toMatchObject([
      {
        code: 'BROWSER_SESSION_BUSY',
        place: 's3://my-bucket/sessions/shop one.json',
        message: expect.stringContaining('10 times'),
      },
    ]);
  });

  it('asks again what was not answered, or answered by a passing fault', async () => {
    const { s3, aSession } = inS3();
    const faults = [
      refusal(503, 'SlowDown', { 'retry-after': '0' }),
      refusal(500, 'InternalError', { 'retry-after': '0' }),
    ];
    s3.fault = () => faults.shift();
    await aSession().save(state, signal);
    expect(s3.asked).toHaveLength(3);
    expect(await aSession().load(signal)).toEqual(state);
  });

  it('has the object encrypted as it is told', async () => {
    const kms = { serverSideEncryption: 'aws:kms', kmsKeyId: 'alias/shop' };
    const { s3, aSession } = inS3(kms);
    await aSession().update(() => state, signal);
    expect(s3.objects.get('sessions/shop one.json')?.headers).toMatchObject({
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': 'alias/shop',
    });
  });

  it('says what S3 refused and what it takes, and shows no secret', async () => {
    const { s3, aSession } = inS3({ bucket: 'b.with.dots', key: 'k' });
    s3.fault = () => refusal(403, 'AccessDenied');
    const session = aSession();
    await expect(session.save(state, signal)).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      place: 's3://b.with.dots/k',
      status: 403,
      reason: 'AccessDenied',
      message: expect.stringMatching(
        /^s3:\/\/b\.with\.dots\/k could not be written: 403 AccessDenied\. It takes s3:GetObject and s3:PutObject/,
      ),
    });
    expect(inspect(session, { depth: 9 }) + JSON.stringify(session)).not.toContain('planted');
  });

  it.each([
    [{ bucket: 'Not A Bucket', key: 'k' }, 'bucket'],
    [{ bucket: 'bucket', key: '' }, 'key'],
    [{ bucket: 'bucket', key: 'k', endpointUrl: 'nonsense' }, 'endpointUrl'],
    [{ bucket: 'bucket', key: 'k', serverSideEncryption: 'rot13' }, 'serverSideEncryption'],
    [{ bucket: 'bucket', key: 'k', kmsKeyId: 'alias/shop' }, 'kmsKeyId'],
    [{ bucket: 'bucket', key: 'k', restore: ['sessionStorage'] }, 'restore'],
    [{ bucket: 'bucket', key: 'k', replaceCookies: 'yes' }, 'replaceCookies'],
  ])('refuses %o', (options, field) => {
    expect(() => new S3BrowserSession(options as never)).toThrow(
      expect.objectContaining({ field }),
    );
  });
});
