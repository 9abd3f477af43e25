import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BrowserOptions, NovaAct } from '@nova-act/core';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type SpawnedChromium, spawnChromium } from '../support/spawned-chromium.js';

const MINE = 'Mine/1.0 (a test)';
/** A page that tells what it is told, from its first line on, and what its worker and its frame are. */
const page = (other: string) => `<!doctype html><title>Page</title>
  <script>
    window.told = [navigator.userAgent];
    fetch('/of-page' + location.pathname);
    if (location.pathname === '/whole') {
      new Worker('/worker.js').onmessage = ({ data }) => window.told.push(data);
      addEventListener('message', ({ data }) => window.told.push(data));
      const frame = document.createElement('iframe');
      frame.src = '${other}/frame';
      addEventListener('DOMContentLoaded', () => document.body.append(frame));
    }
    if (location.pathname === '/frame') parent.postMessage(navigator.userAgent, '*');
  </script><body>`;

let service: RunningLocalService;
let spawned: SpawnedChromium;
let owner: Browser;
let context: BrowserContext;
let server: Server;
let origin: string;
/** `/path`, and whether it was asked for as `MINE`. */
let asked: Map<string, boolean>;
const opened: NovaAct[] = [];

beforeAll(async () => {
  service = await startLocalService({ model: scriptedModel([[['return', '"done"']]]) });
  server = createServer(({ url = '', headers }, response) => {
    asked.set(url, headers['user-agent'] === MINE && headers['sec-ch-ua'] === undefined);
    const script = url === '/worker.js';
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.end(
      script
        ? "fetch('/of-worker').finally(() => postMessage(navigator.userAgent))"
        : page(origin.replace('127.0.0.1', 'localhost')),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  spawned = await spawnChromium('--site-per-process');
  owner = await playwright.connectOverCDP(spawned.url);
  [context] = owner.contexts() as [BrowserContext];
});
afterEach(async () => {
  for (const nova of opened.splice(0)) await nova.stop();
});
afterAll(async () => {
  await owner?.close();
  await spawned?.[Symbol.asyncDispose]();
  server?.closeAllConnections();
  server?.close();
  await service?.stop();
});

async function start(options: BrowserOptions): Promise<NovaAct> {
  asked = new Map();
  const nova = await NovaAct.start({ ...service.novaActOptions, userAgent: MINE, ...options });
  opened.push(nova);
  return nova;
}

const told = (from: Page) => from.evaluate<string[]>('window.told');
const own = (from: Page) => from.evaluate<string>('navigator.userAgent');
const ownPage = async () => {
  const made = await context.newPage();
  await made.setViewportSize({ width: 1600, height: 813 });
  return made;
};
const overCdp = (): BrowserOptions => ({ cdpEndpointUrl: spawned.url });

describe('a user agent in a browser that was there before', () => {
  it.each<[string, () => Promise<BrowserOptions> | BrowserOptions]>([
    ['over CDP', overCdp],
    ['in a context', () => ({ context })],
    ['on a page', async () => ({ page: await ownPage() })],
    [
      'that is started elsewhere',
      () => ({
        browser: {
          name: 'Cloud',
          open: async () => ({ endpointUrl: spawned.url, end: async () => {} }),
        },
      }),
    ],
  ])('is what pages, frames, workers and servers are told: %s', async (_how, options) => {
    const nova = await start({ ...(await options()), startingPage: `${origin}/whole` });
    await nova.page.waitForFunction('window.told.length === 3');
    expect(await told(nova.page)).toEqual([MINE, MINE, MINE]);
    const paths = [
      '/whole',
      '/of-page/whole',
      '/worker.js',
      '/of-worker',
      '/frame',
      '/of-page/frame',
    ];
    for (const path of paths) await expect.poll(() => asked.get(path)).toBe(true);
    await nova.stop();
  });

  it.each([
    ['opens', (url: string) => `window.open('${url}')`],
    [
      'opens on another site',
      (url: string) => `window.open('${url.replace('127.0.0.1', 'localhost')}')`,
    ],
    [
      'links to',
      (url: string) =>
        `Object.assign(document.createElement('a'), { href: '${url}', target: '_blank', rel: 'opener' }).click()`,
    ],
  ])(
    'is what a tab is asked for with that a page %s, and what its pages are told',
    async (how, code) => {
      const nova = await start({ ...overCdp(), startingPage: `${origin}/` });
      const path = `/tab-${encodeURIComponent(how)}`;
      const popup = nova.page.waitForEvent('popup');
      await nova.page.evaluate(`${code(`${origin}${path}`)}; 0`);
      const tab = await popup;
      await tab.waitForLoadState();
      expect(asked.get(path)).toBe(true);
      await tab.reload();
      expect(await told(tab)).toEqual([MINE]);
      await expect.poll(() => asked.get(`/of-page${path}`)).toBe(true);
      await nova.stop();
    },
  );

  it('is that of no page of others, and of none when the session has ended', async () => {
    const mine = await ownPage();
    await mine.goto(`${origin}/before`);
    const before = await own(mine);
    const nova = await start({ page: mine, startingPage: `${origin}/` });
    const others = await context.newPage();
    await others.goto(`${origin}/others`);
    expect(await told(others)).toEqual([before]);
    expect(asked.get('/others')).toBe(false);
    await nova.goToUrl(`${origin}/again`);
    expect(await own(mine)).toBe(MINE);
    await nova.stop();
    expect(await own(mine)).toBe(before);
    await mine.goto(`${origin}/whole`);
    await mine.waitForFunction('window.told.length === 3');
    expect(await told(mine)).toEqual([before, before, before]);
    await Promise.all([mine.close(), others.close()]);
  });

  it('gives way to what the context had of its own', async () => {
    const theirs = await owner.newContext({ userAgent: 'Theirs/2.0' });
    const nova = await start({ context: theirs, startingPage: `${origin}/` });
    expect(await told(nova.page)).toEqual([MINE]);
    await nova.stop();
    const after = await theirs.newPage();
    await after.goto(`${origin}/`);
    expect(await told(after)).toEqual(['Theirs/2.0']);
    await theirs.close();
  });

  it.each(['', ' ', 'two\nlines', 5])('is refused when no request can have it: %j', (userAgent) => {
    const given = { ...service.novaActOptions, ...overCdp(), userAgent: userAgent as string };
    expect(() => new NovaAct(given)).toThrow(
      expect.objectContaining({ code: 'VALIDATION_FAILED', field: 'userAgent' }),
    );
  });
});
