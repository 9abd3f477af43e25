import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserOptions } from '../../src/browser/browser-options.js';
import { sharedBrowser } from '../../src/browser/open/share-browser.js';
import {
  browserExecutable,
  openHand,
  TEST_BROWSER_ARGS,
  type TestHand,
} from '../support/open-hand.js';
import { SITES_BROWSER_ARG, type Sites, startSites } from '../support/sites.js';
import { HELPERS, WAYS_OUT } from './ways-out.js';

const VIEWPORT = { width: 1600, height: 813 };
const thrown: unknown[] = [];
const onThrown = (error: unknown) => void thrown.push(error);

let sites: Sites;
let browser: Browser;
let good: string;
beforeAll(async () => {
  process.on('unhandledRejection', onThrown);
  process.on('uncaughtException', onThrown);
  sites = await startSites((host, path, response) => {
    const [name, query = ''] = path.split('?');
    if (name === '/moved') {
      response.writeHead(302, { location: decodeURIComponent(query) });
      response.end();
      return undefined;
    }
    if (name === '/nest') return `<iframe src="${decodeURIComponent(query)}"></iframe>`;
    if (name === '/opens') return `<script>open('${decodeURIComponent(query)}')</script>`;
    return `<title>${host}</title><h1>${host}${path}</h1><textarea autofocus></textarea>`;
  });
  good = sites.origin('good.test');
  browser = await chromium.launch({
    executablePath: browserExecutable,
    args: [...TEST_BROWSER_ARGS, SITES_BROWSER_ARG],
  });
});
afterAll(async () => {
  await browser.close();
  await sites.close();
  process.off('unhandledRejection', onThrown);
  process.off('uncaughtException', onThrown);
});

const ownBrowser = { browserArgs: [SITES_BROWSER_ARG] };
const moved = (to: string) => `${good}/moved?${encodeURIComponent(to)}`;
const asked = (host: string) => sites.asked.filter((each) => each.startsWith(`${host}/`));

/** The ways to a page, and what is closed afterwards. */
const SOURCES: Record<string, () => Promise<[BrowserOptions, () => Promise<void>]>> = {
  'a browser of its own': async () => [ownBrowser, async () => {}],
  'a borrowed page': async () => {
    const context = await browser.newContext({ viewport: VIEWPORT });
    return [{ page: await context.newPage() }, () => context.close()];
  },
  'a borrowed context': async () => {
    const context = await browser.newContext();
    return [{ context }, () => context.close()];
  },
  'a shared browser': async () => {
    const browserArgs = [...TEST_BROWSER_ARGS, SITES_BROWSER_ARG];
    const shared = { browserArgs, headless: true, executablePath: browserExecutable };
    return [{ browser: sharedBrowser(shared) }, async () => {}];
  },
};

describe('the ways out of an allowed page', () => {
  it('are fifty and more', () => {
    expect(Object.keys(WAYS_OUT).length).toBeGreaterThanOrEqual(50);
  });

  it.concurrent.each(Object.keys(SOURCES))(
    'over %s ask no forbidden address, show none and throw nothing',
    async (source) => {
      const [options, close] = await (SOURCES[source] as (typeof SOURCES)[string])();
      const security = { allowedUrls: ['good.test', 'other.test'] };
      const hand = await openHand({ ...options, security });
      const host = `evil-${Object.keys(SOURCES).indexOf(source)}.test`;
      try {
        expect(await tryWaysOut(hand, host)).toEqual([]);
        await new Promise((resolve) => setTimeout(resolve, 200));
        expect(asked(host)).toEqual([]);
        expect(thrown).toEqual([]);
      } finally {
        await hand.actuator.stop();
        await close();
      }
    },
    120_000,
  );
});

/** What came through. */
async function tryWaysOut(hand: TestHand, host: string): Promise<string[]> {
  const escaped: string[] = [];
  const page = hand.page;
  const evil = sites.origin(host);
  const other = JSON.stringify(sites.origin('other.test'));
  const turn = Number(/\d/.exec(host)?.[0]);
  // Over the sources, each way leads there at once and by a redirect.
  for (const [at, [way, script]] of Object.entries(WAYS_OUT).entries()) {
    const target = (at + turn) % 2 === 0 ? `${evil}/direct` : moved(`${evil}/arrived`);
    const before = asked(host).length;
    if (page.url() !== `${good}/`) await hand.actuator.goToUrl(`${good}/`, hand.signal);
    const given = `const url = ${JSON.stringify(target)}, other = ${other};`;
    await page.evaluate(`(() => { ${given} ${HELPERS}; ${script} })()`).catch((error: Error) => {
      // A page that leaves takes its answer along.
      if (!/context was destroyed|navigat/.test(error.message)) throw error;
    });
    await page.waitForTimeout(45);
    const frames = (hand.actuator.pages ?? []).flatMap((each) => each.frames());
    const shown = frames.some((frame) => frame.url().startsWith(evil));
    if (asked(host).length > before || shown) escaped.push(`${way} → ${target}`);
    for (const extra of hand.actuator.pages ?? []) if (extra !== page) await extra.close();
  }
  return escaped;
}

describe('what may not be open', () => {
  let hand: TestHand;
  beforeAll(async () => {
    hand = await openHand({
      ...ownBrowser,
      captureDom: true,
      security: { allowedUrls: ['good.test'], blockedUrls: ['good.test/secret*'] },
    });
  });
  afterAll(() => hand.actuator.stop());

  const look = () => hand.actuator.observe(hand.signal);

  it('is not seen, clicked or typed into when a script makes it of an allowed page', async () => {
    const acts: [string, () => Promise<unknown>][] = [
      ['look', look],
      ['settle', () => hand.actuator.settle(hand.signal)],
      ['hover', () => hand.actuator.hover(box, hand.signal)],
      ['scroll', () => hand.actuator.scroll('down', box, {}, hand.signal)],
      ['click', () => hand.actuator.click(box, { clickType: 'left' }, hand.signal)],
      ['type', () => hand.actuator.type('pass', box, { pressEnter: false }, hand.signal)],
    ];
    const box = { left: 10, top: 10, right: 400, bottom: 200 };
    for (const [name, act] of acts) {
      await hand.actuator.goToUrl(`${good}/`, hand.signal);
      await hand.page.evaluate(`document.body.innerHTML = '<textarea style="position:fixed;inset:0">';
        window.felt = []; for (const type of ['keydown', 'mousedown', 'mousemove', 'wheel'])
          addEventListener(type, () => fetch('/felt-' + type));
        history.pushState(0, '', '/secret/page')`);
      await expect(act(), name).rejects.toThrow(
        `${good}/secret/page may not be opened in this session, and was left again`,
      );
      expect(hand.page.url()).toBe('about:blank');
    }
    expect(sites.asked.filter((each) => each.includes('felt'))).toEqual([]);
    expect((await look()).activeURL).toBe('about:blank');
  });

  it('is not seen when the page becomes it while it is looked at', async () => {
    for (let attempt = 0; attempt < 5; attempt++) {
      await hand.actuator.goToUrl(`${good}/`, hand.signal);
      const delay = attempt * 15;
      await hand.page.evaluate(
        `setTimeout(() => { history.pushState(0, '', '/secret'); document.body.textContent = 'SECRET' }, ${delay})`,
      );
      const seen = await look().catch((error: Error) => error);
      if (seen instanceof Error) expect(seen.name).toBe('AgentRedirectError');
      else expect(JSON.stringify([seen.activeURL, seen.simplifiedDOM])).not.toMatch(/secret/i);
    }
  });

  it('is not asked for when the page goes there while the agent thinks', async () => {
    await hand.actuator.goToUrl(`${good}/`, hand.signal);
    const evil = sites.origin('evil.test');
    await hand.page.evaluate(
      `setTimeout(() => { location = ${JSON.stringify(moved(`${evil}/x`))} })`,
    );
    await expect.poll(() => asked('good.test').some((each) => each.includes('moved'))).toBe(true);
    await hand.page.waitForTimeout(100);
    expect(asked('evil.test')).toEqual([]);
    await hand.actuator.settle(hand.signal);
    expect((await look()).activeURL).toBe(`${good}/`);
  });

  it('is told to the agent whose action led there a few times, and never to a program', async () => {
    const again = sites.origin('again.test');
    const times: boolean[] = [];
    await hand.actuator.goToUrl(`${good}/`, hand.signal);
    for (let attempt = 0; attempt < 5; attempt++) {
      await look();
      await hand.page.evaluate(`onclick = () => { location = '${again}' }; open('${again}')`);
      await hand.page.waitForTimeout(50);
      await look();
      const box = { left: 500, top: 500, right: 600, bottom: 600 };
      const told = hand.actuator
        .click(box, { clickType: 'left' }, hand.signal)
        .then(() => hand.actuator.settle(hand.signal));
      times.push(
        await told.then(
          () => false,
          (error) => /may not be opened/.test(error.message),
        ),
      );
    }
    expect(times).toEqual([true, true, true, false, false]);
    await expect(hand.actuator.goToUrl(moved(again), hand.signal)).rejects.toThrow(
      'leads where it may not',
    );
  });

  it('leaves a borrowed page when it is there already, also in a frame, and other pages alone', async () => {
    const context = await browser.newContext({ viewport: VIEWPORT });
    const page = await context.newPage();
    const foreign = await context.newPage();
    const evil = sites.origin('framed.test');
    await page.goto(`${good}/nest?${encodeURIComponent(evil)}`);
    const borrowed = await openHand({
      page,
      captureDom: true,
      security: { allowedUrls: ['good.test'] },
    });
    try {
      await expect(borrowed.actuator.observe(borrowed.signal)).rejects.toThrow(
        `${evil}/ may not be`,
      );
      const seen = await borrowed.actuator.observe(borrowed.signal);
      expect(seen.simplifiedDOM).not.toContain('framed.test');
      expect(page.url()).toContain(good);
      await foreign.goto(`${evil}/foreign`);
      await foreign.evaluate(`document.body.innerHTML = '<iframe src="${evil}/inner"></iframe>'`);
      await expect.poll(() => asked('framed.test')).toContain('framed.test/inner');
      await page.goto(`${evil}/`).catch(() => {});
      expect(page.url()).toContain(good);
    } finally {
      await borrowed.actuator.stop();
    }
    expect(Object.hasOwn(page, 'goto')).toBe(false);
    await page.goto(`${evil}/`);
    expect(page.url()).toBe(`${evil}/`);
    await context.close();
  });
});
