import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { cloneProfile } from './clone-profile.js';

let place: string;
let profile: string;
beforeAll(async () => {
  // A place of this test's own: other tests make copies at the same time.
  place = await mkdtemp(join(tmpdir(), 'clone-'));
  vi.stubEnv('TMPDIR', place);
  profile = join(place, 'profile');
  await mkdir(join(profile, 'Default', 'Cache'), { recursive: true });
  await writeFile(join(profile, 'Default', 'Cookies'), 'c');
  await writeFile(join(profile, 'Default', 'Cache', 'big'), 'b');
  await writeFile(join(profile, 'SingletonLock'), 'l');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(place, { recursive: true });
});

it('copies a profile without its locks and caches, and removes the copy', async () => {
  const copy = await cloneProfile(profile);
  expect(await readdir(copy.directory)).toEqual(['Default']);
  expect(await readdir(join(copy.directory, 'Default'))).toEqual(['Cookies']);
  await copy.remove();
  expect(existsSync(copy.directory)).toBe(false);
});

it('names the option when the directory cannot be read, and leaves nothing behind', async () => {
  const copies = async () =>
    (await readdir(tmpdir())).filter((name) => name.startsWith('nova-act-profile-'));
  const before = await copies();
  await expect(cloneProfile(join(profile, 'none'))).rejects.toMatchObject({ field: 'userDataDir' });
  expect(await copies()).toEqual(before);
});
