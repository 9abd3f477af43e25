import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chromeProfile } from './chrome-profile.js';
import { copyProfile } from './copy-profile.js';
import { CHANNELS, userDataDirectories } from './user-data-directories.js';

let home: string;
let chrome: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'nova-act-home-'));
  vi.stubEnv('HOME', home);
  const [place = ''] = userDataDirectories('chrome', process.platform, home) ?? [];
  chrome = place;
  for (const profile of ['Default', 'Profile 1']) {
    await mkdir(join(chrome, profile, 'Cache'), { recursive: true });
    await writeFile(join(chrome, profile, 'Preferences'), '{}');
    await writeFile(join(chrome, profile, 'Cookies'), profile);
    await writeFile(join(chrome, profile, 'Cache', 'big'), 'b');
  }
  const info_cache = { Default: { name: 'Ada' }, 'Profile 1': { name: 'Work' } };
  await writeFile(join(chrome, 'Local State'), JSON.stringify({ profile: { info_cache } }));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true });
});

// The home is where the environment says, but for Windows.
describe.skipIf(process.platform === 'win32')('a profile of the Chrome on this machine', () => {
  it('is found by its directory, and by the name that Chrome shows', () => {
    const common = { channel: 'chrome', userDataDir: chrome, systemKeychain: true };
    expect(chromeProfile()).toEqual({ ...common, profileDirectory: 'Default' });
    expect(chromeProfile('Profile 1')).toEqual({ ...common, profileDirectory: 'Profile 1' });
    expect(chromeProfile('Work')).toEqual({ ...common, profileDirectory: 'Profile 1' });
  });

  it.each([['Nobody'], ['../Default'], [''], ['.']])(
    'is refused where it is not there, and those that are there are named: %j',
    (name) => {
      expect(() => chromeProfile(name)).toThrow(
        expect.objectContaining({
          code: 'VALIDATION_FAILED',
          field: 'name',
          message: expect.stringContaining('Default ("Ada"), Profile 1 ("Work")'),
        }),
      );
    },
  );

  it('is refused for a browser that is not there, with where it was looked for', () => {
    expect(() => chromeProfile('Default', { channel: 'msedge' })).toThrow(/Looked for .*dge/);
    expect(() => chromeProfile('Default', { channel: 'firefox' })).toThrow(/chrome-beta.*msedge/);
    expect(() => chromeProfile('Default', { chanel: 'chrome' } as never)).toThrow(/channel/);
  });

  it('may lie elsewhere, and be of a browser that keeps no list', async () => {
    const userDataDir = join(home, 'elsewhere');
    await mkdir(join(userDataDir, 'Default'), { recursive: true });
    expect(chromeProfile('Default', { channel: 'chromium', userDataDir })).toEqual({
      userDataDir,
      profileDirectory: 'Default',
      systemKeychain: true,
    });
    expect(() => chromeProfile('Work', { userDataDir })).toThrow(/there is none/);
  });
});

it('browsers keep their profiles where each system has them', () => {
  expect(userDataDirectories('chrome', 'darwin', '/Users/ada')).toEqual([
    '/Users/ada/Library/Application Support/Google/Chrome',
  ]);
  expect(userDataDirectories('msedge', 'win32', 'C:\\Users\\ada')).toEqual([
    'C:\\Users\\ada\\AppData\\Local\\Microsoft\\Edge\\User Data',
  ]);
  expect(userDataDirectories('chromium', 'linux', '/home/ada')).toEqual([
    '/home/ada/.config/chromium',
    '/home/ada/snap/chromium/common/chromium',
  ]);
  for (const channel of CHANNELS)
    for (const platform of ['darwin', 'win32', 'linux'] as const)
      expect(userDataDirectories(channel, platform, '/h')?.[0]).toBeDefined();
  expect(userDataDirectories('constructor', 'linux', '/h')).toBeUndefined();
});

describe('the copy of a profile', () => {
  it('has that profile and what all share, without locks and caches, and no other', async () => {
    await writeFile(join(chrome, 'First Run'), '');
    await symlink('host-123', join(chrome, 'SingletonLock'));
    const to = join(home, 'copy');
    await copyProfile(chrome, to, 'Profile 1');
    expect((await readdir(to)).sort()).toEqual(['First Run', 'Local State', 'Profile 1']);
    expect((await readdir(join(to, 'Profile 1'))).sort()).toEqual(['Cookies', 'Preferences']);
    expect(await readFile(join(to, 'Profile 1', 'Cookies'), 'utf8')).toBe('Profile 1');
    const all = join(home, 'all');
    await copyProfile(chrome, all);
    expect((await readdir(all)).sort()).toContain('Default');
  });

  it.skipIf(process.platform === 'win32')(
    'leaves out what is no file, and keeps links',
    async () => {
      execFileSync('mkfifo', [join(chrome, 'Default', 'pipe')]);
      await symlink('Cookies', join(chrome, 'Default', 'link'));
      const to = join(home, 'copy');
      await copyProfile(chrome, to, 'Default');
      expect((await readdir(join(to, 'Default'))).sort()).toEqual([
        'Cookies',
        'Preferences',
        'link',
      ]);
    },
  );
});
