import type { IncomingMessage } from 'node:http';
import { NovaAct, type NovaActEvent, type NovaActOptions, sharedBrowser } from '@nova-act/core';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { chromium as playwright } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromium, launchOptions } from '../support/chromium.js';
import { runningBrowser } from './running-browser.js';
import { type Site, startSite } from './site.js';

const browser = sharedBrowser(chromium());
let service: RunningLocalService;
let site: Site;
/** Keeps the shared browser open between the tests. */
let keeper: Awaited<ReturnType<typeof browser.acquire>>;
beforeAll(async () => {
  site = await startSite((request, response) => {
    const { pathname } = new URL(request.url ?? '/', site.url);
    const text = SCRIPTS[pathname];
    if (text !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(text);
      return true;
    }
    // From one origin to the other, and on.
    const to = { '/away': `${site.other}/landed`, '/back': `${site.url}/landed` }[pathname];
    if (to === undefined) return false;
    response.writeHead(307, { location: to }).end();
    return true;
  });
  [service, keeper] = await Promise.all([startLocalService(), browser.acquire()]);
});
beforeEach(() => {
  site.asked.length = 0;
});
afterAll(async () => {
  await keeper.release();
  await service.stop();
  await site.close();
});

const SCRIPTS: Record<string, string> = {
  '/worker.js': "fetch('/of-worker').then(() => postMessage('done'))",
};
const KEY = 'planted-key-4711';
const extraHeaders = () => ({ [site.url]: { 'x-key': KEY, Authorization: `Bearer ${KEY}` } });
const options = (): NovaActOptions => ({ ...service.novaActOptions, startingPage: `${site.url}/` });

const keyOf = (request: IncomingMessage | undefined) => request?.headers['x-key'];
/** Whether each request of a path had it, by its host. */
const keysOf = (path: string) =>
  site.askedFor(path).map((request) => [request.headers.host?.split(':')[0], keyOf(request)]);

describe('headers for an origin', () => {
  it('go with every request to it, and its bodies and cookies with them', async () => {
    await NovaAct.use({ ...options(), browser, extraHeaders: extraHeaders() }, async (nova) => {
      expect(site.askedFor('/')[0]?.headers).toMatchObject({
        'x-key': KEY,
        authorization: `Bearer ${KEY}`,
      });
      await nova.page.evaluate(async () => {
        // biome-ignore lint/suspicious/noDocumentCookie: it is what is tested
        document.cookie = 'a=1';
        await fetch('/posted', {
          method: 'POST',
          body: 'text',
          headers: { 'X-Key': 'of the page' },
        });
        await new Promise((resolve) => {
          new Worker('/worker.js').onmessage = resolve;
        });
        const frame = document.createElement('iframe');
        frame.src = '/framed';
        await new Promise((resolve) => {
          frame.onload = resolve;
          document.body.append(frame);
        });
      });
      expect(site.askedFor('/posted')[0]).toMatchObject({
        headers: { 'x-key': KEY, cookie: 'a=1', 'content-length': '4' },
      });
      for (const path of ['/worker.js', '/of-worker', '/framed'])
        expect([path, keyOf(site.askedFor(path)[0])]).toEqual([path, KEY]);
    });
  });

  it('go with no other, whoever leads there: links, redirects, frames, images, popups', async () => {
    await NovaAct.use({ ...options(), browser, extraHeaders: extraHeaders() }, async (nova) => {
      await nova.goToUrl(`${site.url}/away`);
      expect(keysOf('/away')).toEqual([['127.0.0.1', KEY]]);
      expect(keysOf('/landed')).toEqual([['localhost', undefined]]);
      expect(site.askedFor('/landed')[0]?.headers.authorization).toBeUndefined();
      // And from there back again.
      await nova.goToUrl(`${site.other}/back`);
      expect(keysOf('/back')).toEqual([['localhost', undefined]]);
      expect(keysOf('/landed').at(-1)).toEqual(['127.0.0.1', KEY]);
      await nova.page.evaluate(async (other) => {
        await fetch(`${other}/fetched`, { mode: 'no-cors' });
        await fetch('/away?by=fetch', { mode: 'no-cors' });
        const image = new Image();
        await new Promise((resolve) => {
          image.onerror = resolve;
          image.src = `${other}/image`;
        });
      }, site.other);
      expect(keysOf('/fetched')).toEqual([['localhost', undefined]]);
      expect(keysOf('/image')).toEqual([['localhost', undefined]]);
      expect(keysOf('/landed').at(-1)).toEqual(['localhost', undefined]);
      const popup = nova.page.waitForEvent('popup');
      await nova.page.evaluate((other) => void window.open(`${other}/popup`), site.other);
      await (await popup).waitForLoadState();
      expect(keysOf('/popup')).toEqual([['localhost', undefined]]);
    });
  });

  it('are the session’s own in a shared browser, and go with every site where it says so', async () => {
    const everywhere = { '*': { 'x-key': 'everywhere' } };
    await NovaAct.use({ ...options(), browser, extraHeaders: everywhere }, async (nova) => {
      await NovaAct.use({ ...options(), browser }, async () => {
        expect(keysOf('/')).toEqual([
          ['127.0.0.1', 'everywhere'],
          ['127.0.0.1', undefined],
        ]);
      });
      await nova.goToUrl(site.other);
      expect(keysOf('/').at(-1)).toEqual(['localhost', 'everywhere']);
    });
  });

  it('are shown nowhere', async () => {
    const events: NovaActEvent[] = [];
    const lines: unknown[] = [];
    const log = (...line: unknown[]) => void lines.push(line);
    const logger = { debug: log, info: log, warn: log, error: log };
    const heard = { onEvent: (event: NovaActEvent) => void events.push(event), logger };
    const asked = { ...options(), ...heard, browser, extraHeaders: extraHeaders() };
    const { metadata } = await NovaAct.use(asked, (nova) =>
      nova.act('Return "done"').catch((e) => e),
    );
    expect(events.length).toBeGreaterThan(3);
    expect(JSON.stringify([events, lines, metadata])).not.toContain(KEY);
  });
});

describe('a browser that was there before', () => {
  it('sends them with the session’s requests over CDP, and with nobody else’s', async () => {
    await using running = await runningBrowser();
    const other = await running.context.newPage();
    const over = { cdpEndpointUrl: running.url, extraHeaders: extraHeaders() };
    await NovaAct.use({ ...options(), ...over }, async () => {
      expect(keyOf(site.askedFor('/')[0])).toBe(KEY);
      await other.goto(`${site.url}/others`);
      expect(keyOf(site.askedFor('/others')[0])).toBeUndefined();
    });
    await other.goto(`${site.url}/after`);
    expect(keyOf(site.askedFor('/after')[0])).toBeUndefined();
  });

  it('sends them from a borrowed page, and no more when that is given back', async () => {
    const owned = await playwright.launch(launchOptions);
    const page = await owned.newPage({ viewport: { width: 1600, height: 813 } });
    await NovaAct.use({ ...options(), page, extraHeaders: extraHeaders() }, async (nova) => {
      await nova.page.evaluate(() => fetch('/of-page'));
    });
    expect(keysOf('/of-page')).toEqual([['127.0.0.1', KEY]]);
    await page.evaluate(() => fetch('/after'));
    await page.goto(`${site.url}/after`);
    expect(keysOf('/after')).toEqual([
      ['127.0.0.1', undefined],
      ['127.0.0.1', undefined],
    ]);
    await owned.close();
  });
});
