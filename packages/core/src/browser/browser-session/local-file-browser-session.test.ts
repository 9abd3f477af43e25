import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TYPESCRIPT } from '../../../../../scripts/run-program.mjs';
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

const program = fileURLToPath(new URL('../../../test/browser/saving-program.ts', import.meta.url));
const saving = (...args: string[]) =>
  spawn(process.execPath, ['--import', TYPESCRIPT, program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

describe('a file that several processes save to', () => {
  it('has what each of them has changed', async () => {
    const path = join(root, 'together', 'x.json');
    const programs = ['one', 'two'].map((name) => saving(path, name));
    const session = new LocalFileBrowserSession(path);
    const codes = await Promise.all(programs.map((each) => once(each, 'exit')));
    expect(codes).toEqual([
      [0, null],
      [0, null],
    ]);
    const saved = await session.load(signal);
    const names = saved?.origins.map(({ origin }) => origin).sort();
    expect(names).toEqual([
      ...Array(20).fill('https://one.test'),
      ...Array(20).fill('https://two.test'),
    ]);
  }, 60_000);

  it('is whole, and free for the next, when one of them is killed in the midst of it', async () => {
    const path = join(root, 'killed', 'x.json');
    const killed = saving(path, 'killed', 'Infinity');
    await once(killed.stdout, 'data');
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const session = new LocalFileBrowserSession(path);
    await session.update((saved) => ({ ...state, cookies: saved?.cookies ?? [] }), signal);
    expect(await session.load(signal)).toEqual(state);
    expect(await readdir(join(root, 'killed'))).toEqual(['x.json']);
  }, 60_000);
});

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

  it.each([
    [{ restore: ['sessionStorage'] }, 'restore', 'a tab’s own'],
    [{ restore: [] }, 'restore', 'Give some of cookies'],
    [{ restores: ['cookies'] }, 'restores', 'Did you mean restore?'],
  ])('refuses %o', (options, field, remedy) => {
    expect(() => new LocalFileBrowserSession('./x.json', options as never)).toThrow(
      expect.objectContaining({ field, message: expect.stringContaining(remedy) }),
    );
  });

  it('writes nothing once the signal is aborted', async () => {
    const session = new LocalFileBrowserSession(join(root, 'aborted.json'));
    await expect(session.save(state, AbortSignal.abort(new Error('no')))).rejects.toThrow('no');
    expect(await session.load(signal)).toBeUndefined();
  });
});
