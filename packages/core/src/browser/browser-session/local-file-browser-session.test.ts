import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StorageState } from './browser-session.js';
import { LocalFileBrowserSession } from './local-file-browser-session.js';

const state: StorageState = {
  cookies: [],
  origins: [{ origin: 'https://e.com', localStorage: [{ name: 'a', value: 'b' }] }],
};
const { signal } = new AbortController();
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'session-'));
});
afterAll(() => rm(root, { recursive: true }));

describe('LocalFileBrowserSession', () => {
  it('has nothing to load before anything was saved', async () => {
    const session = new LocalFileBrowserSession(join(root, 'none', 'x.json'));
    expect(await session.load(signal)).toBeUndefined();
  });

  it('loads what was saved, from a file that only its owner can read', async () => {
    const session = new LocalFileBrowserSession(join(root, 'deep', 'x.json'));
    await session.save(state, signal);
    await session.save({ ...state, cookies: [] }, signal);
    expect(await session.load(signal)).toEqual(state);
    expect((await stat(session.path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(root, 'deep'))).toEqual(['x.json']);
  });

  it.each(['not json: secret-cookie', '{"secret-cookie":1}', '[]', 'null'])(
    'says that %s is no saved session, and shows none of it',
    async (text) => {
      const path = join(root, 'bad.json');
      await writeFile(path, text);
      const loading = new LocalFileBrowserSession(path).load(signal);
      await expect(loading).rejects.toMatchObject({
        field: 'browserSession',
        message: expect.not.stringContaining('secret-cookie'),
      });
    },
  );

  it('writes nothing once the signal is aborted', async () => {
    const session = new LocalFileBrowserSession(join(root, 'aborted.json'));
    await expect(session.save(state, AbortSignal.abort(new Error('no')))).rejects.toThrow('no');
    expect(await session.load(signal)).toBeUndefined();
  });
});
