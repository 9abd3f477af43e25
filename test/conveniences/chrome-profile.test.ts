import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromeProfile, NovaAct } from '@nova-act/core';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { chromium as playwright } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromium, launchOptions } from '../support/chromium.js';
import { type Site, startSite } from './site.js';

let service: RunningLocalService;
let site: Site;
let userDataDir: string;

beforeAll(async () => {
  userDataDir = await mkdtemp(join(tmpdir(), 'nova-act-test-'));
  site = await startSite((request, response) => {
    if (request.url === '/login') {
      response.setHeader('set-cookie', 'user=ada; Max-Age=86400; Path=/; HttpOnly');
    }
    return false;
  });
  service = await startLocalService();
  // A person's browser, with the system's keys, in which they signed in.
  const theirs = await playwright.launchPersistentContext(userDataDir, {
    ...launchOptions,
    ignoreDefaultArgs: ['--password-store=basic', '--use-mock-keychain'],
  });
  await theirs.pages()[0]?.goto(`${site.url}/login`);
  await theirs.close();
});
afterAll(async () => {
  await service.stop();
  await site.close();
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** How the browser was called that works on a copy of a profile, and where that copy is. */
function browserOnCopy(): { command: string; copy: string } {
  const args = ['-ww', '-o', 'args=', '--ppid', String(process.pid)];
  const rows = execFileSync('ps', args, { encoding: 'utf8' }).split('\n');
  const command = rows.find((row) => row.includes('nova-act-profile-')) ?? '';
  return { command, copy: /--user-data-dir=(\S+)/.exec(command)?.[1] ?? '' };
}

it('a session starts from a copy of the profile, signed in, and the profile stays as it was', async () => {
  const profile = chromeProfile('Default', { channel: 'chromium', userDataDir });
  let copy = '';
  const options = { ...chromium(), ...service.novaActOptions, ...profile };
  await NovaAct.use({ ...options, startingPage: `${site.url}/orders` }, async (nova) => {
    expect(site.askedFor('/orders')[0]?.headers.cookie).toBe('user=ada');
    await nova.page.context().clearCookies();
    const { command, ...browser } = browserOnCopy();
    copy = browser.copy;
    expect(existsSync(copy)).toBe(true);
    expect(command).toContain('--profile-directory=Default');
    expect(command).not.toMatch(/--password-store=basic|--use-mock-keychain/);
  });
  expect(existsSync(copy)).toBe(false);
  await NovaAct.use({ ...options, startingPage: `${site.url}/again` }, async () => {
    expect(site.askedFor('/again')[0]?.headers.cookie).toBe('user=ada');
  });
});

it('a browser uses keys of its own unless it is told to use the system’s', async () => {
  const own = { ...chromium(), ...service.novaActOptions, userDataDir };
  await NovaAct.use(own, async () => {
    expect(browserOnCopy().command).toContain('--password-store=basic');
  });
});
