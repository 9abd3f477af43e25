import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserOptions, PopupView } from '../../src/browser/browser-options.js';
import { sharedBrowser } from '../../src/browser/open/share-browser.js';
import {
  browserExecutable,
  openHand,
  TEST_BROWSER_ARGS,
  type TestHand,
} from '../support/open-hand.js';

/** `/late/<ms>/…` is answered so much later, `/runs/…` is a page with that script; what ends in a file's name is a download. */
const server = createServer(({ url = '/' }, response) => {
  const answer = () => {
    if (url.includes('/moved/')) {
      response.writeHead(302, { location: url.replace('/moved/', '/late/300/') }).end();
    } else if (url.endsWith('.csv')) {
      response.writeHead(200, { 'content-disposition': 'attachment' }).end('data');
    } else {
      const script = /^\/runs\/(.*)/.exec(url)?.[1] ?? '';
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(
        `<title>${url}</title><h1>${url}</h1><script>${decodeURIComponent(script)}</script>`,
      );
    }
  };
  setTimeout(answer, Number(/\/late\/(\d+)/.exec(url)?.[1] ?? 0));
});
const shared = sharedBrowser({
  executablePath: browserExecutable,
  browserArgs: TEST_BROWSER_ARGS,
  headless: true,
});
let origin = '';
let keeper: TestHand;
let hand: TestHand;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Keeps the shared browser open between the tests.
  keeper = await openHand({ browser: shared });
});
afterAll(async () => {
  await keeper.actuator.stop();
  server.closeAllConnections();
  server.close();
});
afterEach(() => hand.actuator.stop());

async function openOn(html: string, options: BrowserOptions = {}): Promise<void> {
  hand = await openHand({ browser: shared, startingPage: `${origin}/start`, ...options });
  await hand.page.setContent(html);
}
const click = async (selector: string) =>
  hand.actuator.click(await hand.boxOf(selector), { clickType: 'left' }, hand.signal);
const settle = () => hand.actuator.settle(hand.signal);
const seenAt = async () => (await hand.actuator.observe(hand.signal)).activeURL.replace(origin, '');
const paths = () => hand.actuator.pages?.map((page) => page.url().replace(origin, ''));
const link = (path: string, more = '') =>
  `<a href="${origin}${path}" target="_blank" ${more}>Open</a>`;

describe('a tab that a click opens', () => {
  it.each([
    ['by a link', link('/late/2500/page')],
    ['by a link without an opener', link('/late/2500/page', 'rel="noopener"')],
    [
      'by a form',
      `<form action="ORIGIN/late/2500/page" target="_blank"><a onclick="this.parentNode.submit()">Open</a></form>`,
    ],
    ['by a script', `<a onclick="window.open('ORIGIN/late/2500/page')">Open</a>`],
    [
      'by a script, after a request',
      `<a onclick="fetch('ORIGIN/late/300/x').then(() => window.open('ORIGIN/late/2500/page'))">Open</a>`,
    ],
    [
      'empty, and led on',
      `<a onclick="const w = window.open(''); setTimeout(() => { w.location = 'ORIGIN/late/1500/page' }, 100)">Open</a>`,
    ],
  ])('is waited for, though its page takes long: %s', async (_, html) => {
    await openOn(html.replaceAll('ORIGIN', origin));
    const notes = await notesOf(() => click('a'));
    expect(await seenAt()).toMatch(/^\/late\/\d+\/page\??$/);
    expect(notes).toContain('A new tab was opened and is in front now.');
  });

  it('is settled when it is there, not only the page that opened it', async () => {
    await openOn(link('/drawn'));
    await hand.page.context().route('**/drawn', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.fulfill({
        contentType: 'text/html',
        body: '<h1>…</h1><script>setTimeout(() => { document.querySelector("h1").textContent = "Here" }, 300)</script>',
      });
    });
    await click('a');
    await settle();
    expect(await hand.page.textContent('h1')).toBe('Here');
  });

  it.each([
    ['a timer', `setTimeout(done, 1500)`],
    ['a request', `fetch('/late/1500/x').then(done)`],
    [
      'requests whose answers nobody reads',
      `fetch('/late/800/x').then(() => fetch('/late/700/x')).then(done)`,
    ],
    [
      'a frame with a timer',
      `const f = document.createElement('iframe'); f.srcdoc = '<script>setTimeout(() => parent.done(), 1500)</' + 'script>x'; document.body.append(f)`,
    ],
    [
      'a timer, by scripts that have put their own before timers and events',
      `const own = setTimeout; setTimeout = (fn, ms) => own(fn, ms); const { prototype: its } = EventTarget, { dispatchEvent: pass } = its; its.dispatchEvent = function (e) { return pass.call(this, e) }; setTimeout(done, 1500)`,
    ],
  ])('is waited for from its first line on: %s', async (_, script) => {
    const done = `window.done = () => { document.querySelector('h1').textContent = 'Here' }; `;
    await openOn(link(`/runs/${encodeURIComponent(done + script)}`));
    await click('a');
    await settle();
    expect(await hand.page.textContent('h1')).toBe('Here');
  });

  it('is not waited for over and over where it never rests', async () => {
    const script = `setInterval(() => { document.title += '.' }, 300); fetch('/late/20000/x')`;
    await openOn(link(`/runs/${encodeURIComponent(script)}`));
    await click('a');
    await settle();
    const again = await hand.actuator.settle(hand.signal);
    expect(again?.reason).toMatch(/^quiet/);
  });

  it.each([
    ['for a mail program', '<a href="mailto:x@example.com" target="_blank">Write</a>'],
    ['for a telephone', '<a href="tel:+15551234" target="_blank">Call</a>'],
    ['and is closed by who opened it', `<a onclick="window.open('ORIGIN/x').close()">Open</a>`],
    [
      'and is closed a moment later',
      `<a onclick="const w = window.open('ORIGIN/x'); setTimeout(() => w.close(), 50)">Open</a>`,
    ],
    [
      'and closes itself',
      `<a onclick="window.open('').document.write('<script>close()</scr' + 'ipt>')">Open</a>`,
    ],
    ['for a file', `<a href="ORIGIN/late/400/report.csv" target="_blank">Report</a>`],
  ])('only to close again ends nothing: %s', async (_, html) => {
    await openOn(
      `${html.replaceAll('ORIGIN', origin)}<button onclick="document.title = 'clicked'">On</button>`,
    );
    await click('a').catch((error: unknown) =>
      expect(error).toMatchObject({ name: 'AgentRedirectError' }),
    );
    await settle();
    await expect.poll(paths).toEqual(['/start']);
    expect(await seenAt()).toBe('/start');
    await click('button');
    await settle();
    expect(await hand.page.title()).toBe('clicked');
  });

  it('stays behind when it is to', async () => {
    await openOn(link('/late/1500/page'), { popups: 'stay' });
    await click('a');
    await settle();
    expect(await seenAt()).toBe('/start');
    await expect.poll(paths).toEqual(['/late/1500/page', '/start']);
    expect(await seenAt()).toBe('/start');
  });

  it('goes where a callback says, each for itself', async () => {
    const asked: PopupView[] = [];
    await openOn(link('/ad') + link('/pay', 'id="pay"'), {
      popups: async (popup) => {
        asked.push(popup);
        await new Promise((resolve) => setImmediate(resolve));
        return popup.url.endsWith('/ad') ? 'stay' : 'follow';
      },
    });
    await click('a');
    await settle();
    expect(await seenAt()).toBe('/start');
    await click('#pay');
    await settle();
    expect(await seenAt()).toBe('/pay');
    expect(paths()).toEqual(['/ad', '/start', '/pay']);
    expect(asked).toEqual([
      { url: `${origin}/ad`, openerUrl: `${origin}/start` },
      { url: `${origin}/pay`, openerUrl: `${origin}/start` },
    ]);
  });

  it('is followed when the callback fails', async () => {
    await openOn(link('/page'), {
      popups: () => {
        throw new Error('callback');
      },
    });
    await click('a');
    await settle();
    expect(await seenAt()).toBe('/page');
  });

  it('is waited for in a context of the program’s, and closed with the session', async () => {
    const { browser, release } = await shared.acquire();
    const context = await browser.newContext();
    await openOn(link('/late/2500/page'), { browser: undefined, context });
    await click('a');
    await settle();
    expect(await seenAt()).toBe('/late/2500/page');
    await hand.actuator.stop();
    expect(context.pages()).toEqual([]);
    await context.close();
    await release();
  });
});

describe('a download', () => {
  it('is told with the action that began it, though its server is slow', async () => {
    await openOn(
      `<a href="${origin}/late/400/report.csv">Report</a><button onclick="1">Other</button>`,
    );
    expect(await notesOf(() => click('a'))).toEqual([
      'A download was started by the click on link "Report": "report.csv".',
    ]);
  });

  it('is not laid to the action that is under way when it comes', async () => {
    await openOn(
      `<a href="#" onclick="setTimeout(() => { location.href = '${origin}/moved/report.csv' }, 300)">Report</a>
       <button onclick="1">Other</button>`,
    );
    const asked = hand.page.waitForRequest(`${origin}/moved/report.csv`);
    await click('a');
    await asked;
    expect(await notesOf(() => click('button'))).toEqual([
      'A download was started by the click on link "Report": "report.csv".',
    ]);
  });
});

/** What the action says beside its result, and the settling after it. */
async function notesOf(act: () => Promise<unknown>): Promise<string[]> {
  const said = (await act()) as { notes?: string[] };
  return [...(said.notes ?? []), ...((await settle()).notes ?? [])];
}
