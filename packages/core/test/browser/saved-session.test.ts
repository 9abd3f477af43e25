import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  RestoreOptions,
  SavedCookie,
  StorageState,
} from '../../src/browser/browser-session/browser-session.js';
import { LocalFileBrowserSession } from '../../src/browser/browser-session/local-file-browser-session.js';
import { sharedBrowser } from '../../src/browser/open/share-browser.js';
import { browserExecutable, openHand, TEST_BROWSER_ARGS } from '../support/open-hand.js';
import { type Sites, startSites } from '../support/sites.js';

const cdpPort = 41_000 + (process.pid % 20_000);
const MINUTE = 60_000;
let sites: Sites;
let shop: string;
let bank: string;
let browser: Browser;
let directory: string;
let path: string;

const cookie = (name: string, value: string): Omit<SavedCookie, 'partitionKey'> => ({
  name,
  value,
  domain: 'localhost',
  path: '/',
  expires: -1,
  httpOnly: false,
  secure: false,
  sameSite: 'Lax',
});
const keys = (values: Record<string, string>) =>
  Object.entries(values).map(([name, value]) => ({ name, value }));
const store = (name: string, records: object[]) => ({
  name,
  records,
  indexes: [{ name: 'byName', keyPath: 'name', multiEntry: false, unique: false }],
  autoIncrement: false,
});
const savedState = (): StorageState => ({
  cookies: [cookie('login', 'saved'), { ...cookie('over', 'saved'), expires: 1_000_000 }],
  origins: [
    {
      origin: shop,
      localStorage: keys({ token: 'saved', theme: 'saved' }),
      indexedDB: [
        {
          name: 'auth',
          version: 3,
          stores: [
            store('users', [{ key: 'ada', value: { name: 'Ada', roles: ['admin'] } }]),
            // As Playwright writes what JSON cannot hold.
            store('seen', [
              {
                key: 'ada',
                valueEncoded: {
                  o: [
                    { k: 'at', v: { d: '2026-01-02T03:04:05.000Z' } },
                    { k: 'key', v: { ta: { b: 'AQID', k: 'ui8' } } },
                  ],
                  id: 1,
                },
              },
            ]),
          ],
        },
      ],
    },
    { origin: bank, localStorage: keys({ account: 'saved' }) },
  ],
});

beforeAll(async () => {
  sites = await startSites((_host, asked, response) => {
    if (asked !== '/sw.js') return '<title>Shop</title>';
    response.writeHead(200, { 'content-type': 'text/javascript' });
    response.end(`addEventListener('fetch', (event) => event.respondWith(new Response(
      '<script>localStorage.setItem("theme", "by the worker")</script>',
      { headers: { 'content-type': 'text/html' } })));
      addEventListener('activate', (event) => event.waitUntil(clients.claim()));`);
    return undefined;
  });
  // Two hosts, and secure ones, which service workers demand.
  shop = sites.origin('localhost');
  bank = sites.origin('127.0.0.1');
  browser = await chromium.launch({ executablePath: browserExecutable, args: TEST_BROWSER_ARGS });
});
afterAll(async () => {
  await browser.close();
  await sites.close();
});
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'saved-'));
  path = join(directory, 'session.json');
  await writeFile(path, JSON.stringify(savedState()));
  sites.asked.length = 0;
  return () => rm(directory, { recursive: true, maxRetries: 5 });
});

const kept = async () => JSON.parse(await readFile(path, 'utf8')) as StorageState;
const cookieOf = ({ cookies }: StorageState, name: string) =>
  cookies.find((each) => each.name === name)?.value;
const storageOf = ({ origins }: StorageState, origin: string) =>
  Object.fromEntries(
    origins
      .find((each) => each.origin === origin)
      ?.localStorage.map(({ name, value }) => [name, value]) ?? [],
  );

/** What a page of the shop finds. */
async function found(page: Page) {
  await page.goto(shop);
  return page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const there = (await indexedDB.databases()).some(({ name }) => name === 'auth');
    let users: unknown[] = [];
    if (there) {
      const database = await result(indexedDB.open('auth'));
      const tables = database.transaction(['users', 'seen']);
      const { at, key } = (await result(tables.objectStore('seen').get('ada'))) ?? {};
      const byName = tables.objectStore('users').index('byName');
      users = [database.version, await result(byName.get('Ada')), at?.getTime(), [...(key ?? [])]];
      database.close();
    }
    return { cookies: document.cookie, storage: { ...localStorage }, users };
  });
}
const ALL = {
  cookies: 'login=saved',
  storage: { token: 'saved', theme: 'saved' },
  users: [3, { name: 'Ada', roles: ['admin'] }, Date.UTC(2026, 0, 2, 3, 4, 5), [1, 2, 3]],
};

type Way = 'launched' | 'shared' | 'context' | 'page' | 'cdp' | 'remote' | 'profile';

/** A session that is opened in one of the ways. `before` is done to a context that is there already. */
async function openBy(
  way: Way,
  options: RestoreOptions = {},
  before: (context: BrowserContext) => Promise<void> = async () => {},
) {
  const browserSession = new LocalFileBrowserSession(path, options);
  if (way === 'launched')
    return { hand: await openHand({ browserSession }), close: async () => {} };
  if (way === 'shared') {
    return {
      hand: await openHand({ browserSession, browser: sharedBrowser({ headless: true }) }),
      close: async () => {},
    };
  }
  if (way === 'profile') {
    const userDataDir = join(directory, 'profile');
    const hand = await openHand({ browserSession, userDataDir, cloneUserDataDir: false });
    return { hand, close: async () => {} };
  }
  if (way === 'cdp' || way === 'remote') {
    const running = await chromium.launch({
      executablePath: browserExecutable,
      args: [...TEST_BROWSER_ARGS, `--remote-debugging-port=${cdpPort}`],
    });
    const cdpEndpointUrl = `http://127.0.0.1:${cdpPort}`;
    const end = () => running.close();
    if (way === 'remote') {
      const remote = { name: 'a cloud', open: async () => ({ endpointUrl: cdpEndpointUrl, end }) };
      return { hand: await openHand({ browserSession, browser: remote }), close: end };
    }
    const other = await chromium.connectOverCDP(cdpEndpointUrl);
    await before(other.contexts()[0] as BrowserContext);
    const hand = await openHand({ browserSession, cdpEndpointUrl });
    return { hand, close: end };
  }
  const context = await browser.newContext({ viewport: { width: 1600, height: 813 } });
  await before(context);
  const borrowed = way === 'page' ? { page: await context.newPage() } : { context };
  const hand = await openHand({ browserSession, ...borrowed });
  return { hand, close: () => context.close() };
}

describe('a saved session', () => {
  it.each<Way>(['launched', 'shared', 'context', 'page', 'cdp', 'remote', 'profile'])(
    'is restored and saved again in a browser that is %s',
    async (way) => {
      const { hand, close } = await openBy(way);
      // Its storage was written without asking the network, from a tab that is gone again.
      expect(sites.asked).toEqual([]);
      const pages = hand.page.context().pages().length;
      expect(await found(hand.page)).toEqual(ALL);
      await hand.page.evaluate(() => {
        localStorage.setItem('token', 'changed');
        localStorage.removeItem('theme');
        // biome-ignore lint/suspicious/noDocumentCookie: as pages do.
        document.cookie = 'login=changed';
      });
      expect(hand.page.context().pages()).toHaveLength(pages);
      await hand.actuator.stop();
      await close();
      const state = await kept();
      expect(cookieOf(state, 'login')).toBe('changed');
      expect(storageOf(state, shop)).toEqual({ token: 'changed' });
      // Not visited this time, and not lost.
      expect(storageOf(state, bank)).toEqual({ account: 'saved' });
      const { indexedDB: [auth] = [] } = state.origins.find(({ origin }) => origin === shop) ?? {};
      expect(auth).toMatchObject({ name: 'auth', version: 3, stores: [{}, {}] });
    },
    MINUTE,
  );

  // The page stays: session cookies end with the last one of a browser's own context.
  const signIn = async (context: BrowserContext) => {
    const page = await context.newPage();
    await page.goto(shop);
    await page.evaluate(() => {
      localStorage.setItem('token', 'own');
      // biome-ignore lint/suspicious/noDocumentCookie: as pages do.
      document.cookie = 'login=own';
    });
  };

  it.each<Way>(['context', 'cdp'])(
    'writes over nothing that a browser has which is there already: %s',
    async (way) => {
      const { hand, close } = await openBy(way, {}, signIn);
      expect(await found(hand.page)).toEqual({
        ...ALL,
        cookies: 'login=own',
        storage: { token: 'own', theme: 'saved' },
      });
      await hand.actuator.stop();
      await close();
      const state = await kept();
      expect([cookieOf(state, 'login'), storageOf(state, shop)]).toEqual([
        'own',
        { token: 'own', theme: 'saved' },
      ]);
    },
    MINUTE,
  );

  it('replaces cookies where it is told to, and no other thing', async () => {
    const { hand, close } = await openBy('context', { replaceCookies: true }, signIn);
    expect(await found(hand.page)).toMatchObject({
      cookies: 'login=saved',
      storage: { token: 'own', theme: 'saved' },
    });
    await hand.actuator.stop();
    await close();
  });

  it.each<Way>(['launched', 'context'])(
    'has only what is chosen restored, and the rest stays saved as it was: %s',
    async (way) => {
      const { hand, close } = await openBy(way, { restore: ['cookies'] });
      expect(await found(hand.page)).toEqual({ cookies: 'login=saved', storage: {}, users: [] });
      await hand.page.evaluate(() => localStorage.setItem('token', 'not saved'));
      await hand.page.context().addCookies([cookie('more', 'cookie')]);
      await hand.actuator.stop();
      await close();
      const state = await kept();
      expect(cookieOf(state, 'more')).toBe('cookie');
      expect(state.origins).toEqual(savedState().origins);
    },
  );

  it('is put in without a service worker of the site answering', async () => {
    const { hand, close } = await openBy('context', {}, async (context) => {
      const page = await context.newPage();
      await page.goto(shop);
      await page.evaluate(async () => {
        await navigator.serviceWorker.register('/sw.js');
        const { serviceWorker } = navigator;
        if (serviceWorker.controller) return;
        await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve));
      });
      await page.close();
    });
    expect(storageOf((await hand.page.context().storageState()) as StorageState, shop)).toEqual({
      token: 'saved',
      theme: 'saved',
    });
    await hand.actuator.stop();
    await close();
  });

  it('saved by two at the same time has what both have changed', async () => {
    const shared = sharedBrowser({ headless: true });
    const browserSession = new LocalFileBrowserSession(path);
    const options = { browserSession, browser: shared };
    const hands = await Promise.all([openHand(options), openHand(options)]);
    const [first, second] = hands.map(({ page }) => page) as [Page, Page];
    for (const page of [first, second]) await page.goto(shop);
    await first.evaluate(() => localStorage.setItem('token', 'by the first'));
    await second.evaluate(() => localStorage.setItem('theme', 'by the second'));
    await second.context().addCookies([cookie('login', 'by the second')]);
    for (const { actuator } of hands) await actuator.stop();
    const state = await kept();
    expect(storageOf(state, shop)).toEqual({ token: 'by the first', theme: 'by the second' });
    expect(cookieOf(state, 'login')).toBe('by the second');
  });

  it('of a borrowed page leaves it where it is, and is not lost when the start is given up', async () => {
    const context = await browser.newContext({ viewport: { width: 1600, height: 813 } });
    const page = await context.newPage();
    await page.goto(`${bank}/mine`);
    const browserSession = {
      load: () => Promise.reject(new Error('the store is closed')),
      save: () => Promise.reject(new Error('nothing is to be saved')),
    };
    await expect(openHand({ page, browserSession })).rejects.toThrow('the store is closed');
    const hand = await openHand({ page, browserSession: new LocalFileBrowserSession(path) });
    expect(page.url()).toBe(`${bank}/mine`);
    expect(await page.evaluate(() => localStorage.getItem('account'))).toBe('saved');
    await hand.actuator.stop();
    expect(context.pages()).toEqual([page]);
    await context.close();
  });
});
