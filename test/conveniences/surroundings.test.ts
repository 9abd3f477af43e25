import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NovaAct, type NovaActOptions, sharedBrowser, ValidationError } from '@nova-act/core';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { chromium as playwright } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_PERMISSIONS } from '../../packages/core/src/browser/surroundings/surroundings-options.js';
import { chromium } from '../support/chromium.js';
import { runningBrowser } from './running-browser.js';
import { type Site, startSite } from './site.js';

const browser = sharedBrowser(chromium());
let service: RunningLocalService;
let site: Site;
/** Keeps the shared browser open between the tests. */
let keeper: Awaited<ReturnType<typeof browser.acquire>>;
beforeAll(async () => {
  [service, site, keeper] = await Promise.all([
    startLocalService(),
    startSite(),
    browser.acquire(),
  ]);
});
afterAll(async () => {
  await keeper.release();
  await service.stop();
  await site.close();
});

const options = (): NovaActOptions => ({
  browser,
  ...service.novaActOptions,
  startingPage: site.url,
});

/** As a page is told of it. */
const seenBy = (nova: NovaAct) =>
  nova.page.evaluate(() => {
    const summer = new Date(Date.UTC(2026, 6, 1, 12));
    return {
      language: navigator.language,
      number: (1234.5).toLocaleString(),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      hour: summer.getHours(),
    };
  });
const BERLIN = { language: 'de-DE', number: '1.234,5', zone: 'Europe/Berlin', hour: 14 };

const positionIn = (nova: NovaAct) =>
  nova.page.evaluate(
    () =>
      new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          ({ coords: { latitude, longitude, accuracy } }) =>
            resolve({ latitude, longitude, accuracy }),
          ({ code }) => resolve(`refused ${code}`),
        );
      }),
  );
const stateOf = (nova: NovaAct, name: string) =>
  nova.page.evaluate(
    async (asked) => (await navigator.permissions.query({ name: asked as 'geolocation' })).state,
    name,
  );

describe('a session whose browser is opened for it', () => {
  it('has its language and time zone in every page, tab and request; its neighbours do not', async () => {
    await NovaAct.use(
      { ...options(), locale: 'de-DE', timezone: 'Europe/Berlin' },
      async (nova) => {
        expect(await seenBy(nova)).toEqual(BERLIN);
        expect(site.asked.at(-1)?.headers['accept-language']).toMatch(/^de-DE/);
        const opened = nova.page.waitForEvent('popup');
        await nova.page.evaluate((url) => void window.open(url), site.url);
        await (await opened).waitForLoadState();
        await expect.poll(() => nova.pages.length).toBe(2);
        expect(await seenBy(nova)).toEqual(BERLIN);
        await NovaAct.use(
          { ...options(), locale: 'en-GB', timezone: 'America/New_York' },
          async (other) =>
            expect(await seenBy(other)).toMatchObject({
              language: 'en-GB',
              number: '1,234.5',
              hour: 8,
            }),
        );
      },
    );
  });

  it('has them on a profile as well, with its own user agent', async () => {
    const userDataDir = await mkdtemp(join(tmpdir(), 'nova-act-test-'));
    const profile = {
      ...chromium(),
      ...service.novaActOptions,
      startingPage: site.url,
      userDataDir,
    };
    await NovaAct.use({ ...profile, locale: 'de-DE', timezone: 'Europe/Berlin' }, async (nova) => {
      expect(await seenBy(nova)).toEqual(BERLIN);
      expect(site.asked.at(-1)?.headers).toMatchObject({
        'accept-language': expect.stringMatching(/^de-DE/),
        'user-agent': expect.stringMatching(/Agent-NovaAct/),
      });
    });
    await rm(userDataDir, { recursive: true, force: true });
  });

  it('tells where it is, without being asked whether it may', async () => {
    const geolocation = { latitude: 52.52, longitude: 13.405, accuracy: 20 };
    await NovaAct.use({ ...options(), geolocation }, async (nova) => {
      expect(await positionIn(nova)).toEqual(geolocation);
    });
  });

  it('tells it to the sites that have the permission, where some are named, and to no other', async () => {
    const geolocation = { latitude: -33.9, longitude: 18.4 };
    const permissions = { [site.other]: ['geolocation', 'notifications'] } as const;
    await NovaAct.use({ ...options(), geolocation, permissions }, async (nova) => {
      expect(await stateOf(nova, 'geolocation')).not.toBe('granted');
      await nova.goToUrl(site.other);
      expect(await positionIn(nova)).toEqual({ ...geolocation, accuracy: 0 });
      expect(await stateOf(nova, 'notifications')).toBe('granted');
      expect(await stateOf(nova, 'camera')).toBe('denied');
    });
  });

  it('keeps what every site is granted for the sites that have more', async () => {
    const geolocation = { latitude: 1, longitude: 2 };
    const permissions = { [site.other]: ['camera'] } as const;
    await NovaAct.use({ ...options(), geolocation, permissions }, async (nova) => {
      expect(await stateOf(nova, 'geolocation')).toBe('granted');
      expect(await stateOf(nova, 'camera')).not.toBe('granted');
      await nova.goToUrl(site.other);
      expect(await stateOf(nova, 'geolocation')).toBe('granted');
      expect(await stateOf(nova, 'camera')).toBe('granted');
    });
  });

  it('can be granted every permission there is', async () => {
    await NovaAct.use({ ...options(), permissions: BROWSER_PERMISSIONS }, async (nova) => {
      expect(await stateOf(nova, 'midi')).toBe('granted');
      expect(await stateOf(nova, 'clipboard-read')).toBe('granted');
    });
  });
});

describe('a browser that was there before', () => {
  it('is in that place over CDP, as long as the session is connected', async () => {
    await using running = await runningBrowser();
    const before = await running.context.newPage();
    await before.goto(site.url);
    const geolocation = { latitude: 48.1, longitude: 11.6 };
    const over = { ...service.novaActOptions, startingPage: site.url, cdpEndpointUrl: running.url };
    await NovaAct.use(
      { ...over, geolocation, permissions: ['geolocation', 'midi'] },
      async (nova) => {
        expect(await positionIn(nova)).toEqual({ ...geolocation, accuracy: 0 });
        expect(await stateOf(nova, 'midi')).toBe('granted');
      },
    );
    const left = await before.evaluate(
      async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
    );
    expect(left).not.toBe('granted');
  });

  it.each([
    ['locale', { locale: 'de-DE' }, /chromium\.connectOverCDP.*newContext\(\{ locale \}\)/],
    ['timezone', { timezone: 'Europe/Berlin' }, /newContext\(\{ timezoneId \}\)/],
  ])('refuses %s over CDP, and says how it can be had', (field, given, says) => {
    const make = () =>
      new NovaAct({ ...given, cdpEndpointUrl: 'http://127.0.0.1:9', ...service.novaActOptions });
    expect(make).toThrow(ValidationError);
    expect(make).toThrow(expect.objectContaining({ field, message: expect.stringMatching(says) }));
  });

  it('has it in a context of its own over CDP, as the refusal says', async () => {
    await using running = await runningBrowser();
    const connected = await playwright.connectOverCDP(running.url);
    const context = await connected.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });
    const own = { ...service.novaActOptions, startingPage: site.url, context };
    await NovaAct.use(own, async (nova) => expect(await seenBy(nova)).toEqual(BERLIN));
    await connected.close();
  });
});
