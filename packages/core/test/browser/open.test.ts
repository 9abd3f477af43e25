import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { windowedBrowserExecutable } from '../../../../test/support/chromium.js';
import { LocalFileBrowserSession } from '../../src/browser/browser-session/local-file-browser-session.js';
import { jpegSize } from '../../src/browser/jpeg-size.js';
import { sharedBrowser } from '../../src/browser/open/share-browser.js';
import { createPlaywrightActuator } from '../../src/browser/playwright-actuator.js';
import { silentLogger } from '../../src/logger.js';
import {
  browserExecutable,
  openHand,
  TEST_BROWSER_ARGS,
  testConfig,
} from '../support/open-hand.js';

const { signal } = new AbortController();
const windowFacts = () => ({
  outer: [outerWidth, outerHeight],
  inner: [innerWidth, innerHeight],
  client: document.documentElement.clientWidth,
  webdriver: navigator.webdriver,
});
const sizeOf = (dataUrl: string) => jpegSize(dataUrl.slice(dataUrl.indexOf(',') + 1));
let place: string;
let browser: Browser;
let server: Server;
let origin: string;
const cdpPort = 20_000 + (process.pid % 20_000);
const agents: (string | undefined)[] = [];

beforeAll(async () => {
  // A place of this test's own: other tests copy profiles at the same time.
  place = await mkdtemp(join(tmpdir(), 'open-'));
  vi.stubEnv('TMPDIR', place);
  server = createServer((request, response) => {
    agents.push(request.headers['user-agent']);
    response.setHeader('content-type', 'text/html');
    response.setHeader('set-cookie', 'signed=in; Max-Age=1000');
    response.end(`<title>${request.headers.cookie ?? 'no cookie'}</title>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: browserExecutable,
    args: [...TEST_BROWSER_ARGS, `--remote-debugging-port=${cdpPort}`],
  });
});
afterAll(async () => {
  await browser.close();
  server.close();
  vi.unstubAllEnvs();
  await rm(place, { recursive: true, maxRetries: 5 });
});

describe('a launched browser', () => {
  it('has the agent in its user agent, opens the starting page, keeps its session, and is closed', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'hand-'));
    const options = {
      startingPage: `${origin}/start`,
      browserSession: new LocalFileBrowserSession(join(directory, 's.json')),
    };
    const first = await openHand(options);
    expect(await first.page.title()).toBe('no cookie');
    expect(agents.at(-1)).toMatch(/ Chrome\/\S+ Safari\/\S+ Agent-NovaAct\/0\.9$/);
    const { page } = first;
    await first.actuator.stop();
    await first.actuator.stop();
    expect(page.isClosed()).toBe(true);
    expect((await stat(join(directory, 's.json'))).mode & 0o777).toBe(0o600);
    const second = await openHand(options);
    expect(await second.page.title()).toBe('signed=in');
    await second.actuator.stop();
    await rm(directory, { recursive: true });
  });

  it('is a real window, as a page sees a person’s, with bars, and not marked as automated', async () => {
    const executablePath = windowedBrowserExecutable;
    const hand = await openHand({ executablePath, startingPage: origin });
    await hand.page.setContent('<!doctype html><body style="margin: 0; height: 3000px">');
    expect(await hand.page.evaluate(windowFacts)).toEqual({
      outer: [1600, 900],
      inner: [1600, 813],
      client: 1585,
      webdriver: false,
    });
    const { screenshotBase64, browserDimensions } = await hand.actuator.observe(signal);
    expect(sizeOf(screenshotBase64)).toEqual({ width: 1600, height: 813 });
    expect(browserDimensions).toMatchObject({ scrollHeight: 3000, windowWidth: 1600 });
    await hand.actuator.stop();
  });

  it('has the size asked for where its windows do not', async () => {
    const hand = await openHand({
      browserArgs: ['--window-size=1000,700'],
      screen: { width: 1500, height: 850 },
      startingPage: origin,
    });
    expect(await hand.page.evaluate(windowFacts)).toMatchObject({ inner: [1500, 763] });
    await hand.actuator.stop();
  });

  it('that finishes launching after the abort is closed all the same', async () => {
    const controller = new AbortController();
    const config = testConfig();
    const directory = await mkdtemp(join(tmpdir(), 'hand-'));
    const actuator = createPlaywrightActuator({ userDataDir: directory }, config, silentLogger);
    const before = await profileCopies();
    const starting = actuator.start(controller.signal);
    controller.abort(new Error('changed my mind'));
    await expect(starting).rejects.toThrow('changed my mind');
    await actuator.stop();
    expect(await profileCopies()).toEqual(before);
    await rm(directory, { recursive: true });
  });

  it('works on a copy of a profile and deletes it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'hand-'));
    const before = await profileCopies();
    const hand = await openHand({ userDataDir: directory, startingPage: origin });
    expect(agents.at(-1)).toMatch(/Agent-NovaAct\/0\.9$/);
    expect(await profileCopies()).toHaveLength(before.length + 1);
    await hand.actuator.stop();
    expect(await profileCopies()).toEqual(before);
    expect(await readdir(directory)).toEqual([]);
    await rm(directory, { recursive: true });
  });

  it('says in its error what could not be launched, without the secrets it was given', async () => {
    const config = testConfig();
    const options = { executablePath: '/bin/false' };
    const actuator = createPlaywrightActuator(options, config, silentLogger);
    await expect(actuator.start(signal)).rejects.toThrow(/Target page|launch|closed/);
    await actuator.stop();
  });
});

describe('a borrowed browser', () => {
  it('gives a page back open, its size and its listeners as they were', async () => {
    const page = await browser.newPage({ viewport: { width: 1500, height: 800 } });
    const listeners = () =>
      ['dialog', 'filechooser', 'crash', 'close', 'download', 'popup', 'framenavigated'].map(
        (event) => (page as unknown as NodeJS.EventEmitter).listenerCount(event),
      );
    const before = listeners();
    const hand = await openHand({ page, startingPage: origin });
    await hand.actuator.settle(signal);
    expect((await hand.actuator.observe(signal)).browserDimensions.windowWidth).toBe(1500);
    await hand.actuator.stop();
    expect(page.isClosed()).toBe(false);
    expect(page.viewportSize()).toEqual({ width: 1500, height: 800 });
    expect(listeners()).toEqual(before);
    await page.context().close();
  });

  it('says when a page’s viewport is not what the model is tuned for', async () => {
    const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
    await expect(openHand({ page })).rejects.toThrow('800×600');
    const hand = await openHand({ page, screen: { allowUntested: true } });
    await hand.actuator.stop();
    await page.context().close();
  });

  it('opens a page of its own in a context and closes that one', async () => {
    const context = await browser.newContext();
    const other = await context.newPage();
    const hand = await openHand({ context });
    expect(context.pages()).toHaveLength(2);
    expect(hand.page.viewportSize()).toEqual({ width: 1600, height: 813 });
    await hand.actuator.stop();
    expect(context.pages()).toEqual([other]);
    await context.close();
  });

  it('connects over CDP, and only disconnects', async () => {
    const hand = await openHand({ cdpEndpointUrl: `http://127.0.0.1:${cdpPort}` });
    await hand.actuator.goToUrl(origin, signal);
    await hand.actuator.stop();
    expect(browser.isConnected()).toBe(true);
  });

  it('shows neither the address’s key nor the headers when it cannot connect', async () => {
    const config = testConfig();
    const options = {
      cdpEndpointUrl: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/devtools?key=planted-key`,
      cdpHeaders: { authorization: 'planted-header' },
    };
    const actuator = createPlaywrightActuator(options, config, silentLogger);
    await expect(actuator.start(signal)).rejects.toMatchObject({
      message: expect.not.stringMatching(/planted/),
      stack: expect.not.stringMatching(/planted/),
    });
    await actuator.stop();
  });

  it('is looked at in CSS pixels whatever its device scale factor', async () => {
    const context = await browser.newContext({
      deviceScaleFactor: 2,
      viewport: { width: 1600, height: 813 },
    });
    const page = await context.newPage();
    await page.setContent('<div style="height:3000px">x</div><script>scrollTo(0,500)</script>');
    const hand = await openHand({ page });
    const seen = await hand.actuator.observe(signal);
    const size = jpegSize(seen.screenshotBase64.replace(/^data:image\/jpeg;base64,/, ''));
    expect(size).toEqual({ width: 1600, height: 813 });
    expect(seen.browserDimensions.scrollTop).toBe(500);
    await hand.actuator.stop();
    await context.close();
  });
});

describe('a shared browser', () => {
  it('keeps its sessions apart and is closed with the last', async () => {
    const shared = sharedBrowser({
      executablePath: browserExecutable,
      browserArgs: TEST_BROWSER_ARGS,
      headless: true,
    });
    const [one, two] = await Promise.all([
      openHand({ browser: shared }),
      openHand({ browser: shared }),
    ]);
    const common = one.page.context().browser();
    expect(two.page.context().browser()).toBe(common);
    await one.actuator.goToUrl(origin, signal);
    await two.actuator.goToUrl(origin, signal);
    expect(await two.page.title()).toBe('no cookie');
    await one.actuator.stop();
    expect(common?.isConnected()).toBe(true);
    expect(await two.page.title()).toBe('no cookie');
    await two.actuator.stop();
    expect(common?.isConnected()).toBe(false);
    const again = await openHand({ browser: shared });
    await again.actuator.stop();
  });

  it('that crashes is a typed error in each of its sessions', async () => {
    const shared = sharedBrowser({
      executablePath: browserExecutable,
      browserArgs: TEST_BROWSER_ARGS,
      headless: true,
    });
    const hands = await Promise.all([openHand({ browser: shared }), openHand({ browser: shared })]);
    const waiting = hands.map((hand) => hand.actuator.wait(60, signal));
    const crashes = waiting.map((wait) =>
      expect(wait).rejects.toMatchObject({ code: 'ACT_BROWSER_CRASHED' }),
    );
    const session = await hands[0]?.page.context().browser()?.newBrowserCDPSession();
    session?.send('Browser.crash').catch(() => {});
    await Promise.all(crashes);
    await Promise.allSettled(hands.map((hand) => hand.actuator.stop()));
    const next = await openHand({ browser: shared });
    await next.actuator.goToUrl(origin, signal);
    await next.actuator.stop();
  });
});

async function profileCopies(): Promise<string[]> {
  const names = await readdir(tmpdir());
  return names.filter((name) => name.startsWith('nova-act-profile-')).sort();
}
