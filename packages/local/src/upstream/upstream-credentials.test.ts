import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { credentialsAtHand, findCredentials } from './upstream-credentials.js';

const folder = mkdtempSync(join(tmpdir(), 'upstream-credentials-'));
const file = join(folder, 'credentials');
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', file);
  vi.stubEnv('AWS_PROFILE', undefined);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
});
afterEach(() => vi.unstubAllEnvs());

const write = (id: string) =>
  writeFileSync(file, `[work]\naws_access_key_id = ${id}\naws_secret_access_key = s\n`);
const options = { surface: 'aws', profile: 'work' } as const;

describe('the credentials of the upstream', () => {
  test('are read again from files that another program has rotated', async () => {
    let now = 0;
    const atHand = credentialsAtHand(
      () => findCredentials(options, 'us-east-1'),
      () => now,
    );
    write('AKIDOLD');
    expect((await atHand.get()).accessKeyId).toBe('AKIDOLD');
    write('AKIDNEW');
    expect((await atHand.get()).accessKeyId).toBe('AKIDOLD');
    now += 5_000;
    expect((await atHand.get()).accessKeyId).toBe('AKIDNEW');
    write('AKIDNEWER');
    atHand.refused();
    expect((await atHand.get()).accessKeyId).toBe('AKIDNEWER');
  });

  test('of a profile by name are that profile’s, or an error that names it', async () => {
    write('AKIDWORK');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDOTHER');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
    expect((await findCredentials(options, 'us-east-1')).accessKeyId).toBe('AKIDWORK');
    const missing = findCredentials({ surface: 'aws', profile: 'prod' }, 'us-east-1');
    await expect(missing).rejects.toThrow('prod');
    vi.stubEnv('AWS_PROFILE', 'gone');
    await expect(findCredentials({ surface: 'aws' }, 'us-east-1')).rejects.toThrow('gone');
  });

  test('are looked for once by all who wait, and kept while good when a search fails', async () => {
    let now = 0;
    let searches = 0;
    const atHand = credentialsAtHand(
      async () => {
        searches += 1;
        if (searches === 2) throw new Error('the vault is closed');
        const expiration = new Date(now + 240_000);
        return { accessKeyId: `AKID${searches}`, secretAccessKey: 's', expiration };
      },
      () => now,
    );
    await Promise.all([atHand.get(), atHand.get()]);
    expect(searches).toBe(1);
    now = 180_000;
    expect((await atHand.get()).accessKeyId).toBe('AKID1');
    expect(searches).toBe(2);
    now = 240_000;
    expect((await atHand.get()).accessKeyId).toBe('AKID3');
  });
});
