import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { attachSettler } from '../../../packages/core/src/browser/settle/attach-settler.js';
import type { Settler } from '../../../packages/core/src/browser/settle/settler.js';
import { ActBrowserCrashedError } from '../../../packages/core/src/errors/index.js';
import { launchOptions, windowedBrowserExecutable } from '../../support/chromium.js';
import { type GalleryServer, startGalleryServer } from './gallery-server.js';
import type { SettlePage } from './settle-page.js';

const block = `const t = performance.now(); while (performance.now() - t < 2500);`;
const pages = {
  blocked: {
    name: 'blocked',
    script: `onGo(() => setTimeout(() => { ${block} globalThis.free = true; }, 0))`,
  },
  dialog: {
    name: 'dialog',
    script: `onGo(() => setTimeout(() => { alert('Sure?'); done(); }, 0))`,
  },
  hanging: { name: 'hanging', script: `onGo(() => fetch('/hang'))` },
  plain: {
    name: 'plain',
    script: `onGo(() => fetch('/slow?ms=150').then((r) => r.text()).then(done)); addEventListener('pageshow', (e) => { globalThis.kept = e.persisted; })`,
  },
} satisfies Record<string, SettlePage>;

let browser: Browser;
let server: GalleryServer;
let context: BrowserContext;
let page: Page;
const never = new AbortController().signal;

beforeAll(async () => {
  // Playwright turns the back-forward cache off where it launches; a borrowed browser with windows has it.
  const ignoreDefaultArgs = ['--disable-back-forward-cache'];
  [browser, server] = await Promise.all([
    chromium.launch({
      ...launchOptions,
      executablePath: windowedBrowserExecutable,
      ignoreDefaultArgs,
    }),
    startGalleryServer(Object.values(pages)),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
});

const open = async (kind: SettlePage, capMs = 3_000): Promise<Settler> => {
  await page.goto(server.urlOf(kind));
  return attachSettler(page, { capMs });
};
const clickGo = () => page.mouse.click(40, 20);

describe('a page that does not answer', () => {
  test('is not waited for longer than the cap', async () => {
    const settler = await open(pages.blocked, 600);
    const mark = await settler.mark(never);
    await clickGo();
    const order: string[] = [];
    const free = page.waitForFunction('globalThis.free').then(() => order.push('page'));
    const report = await settler.settle(mark, { signal: never });
    order.push('settler');
    await free;
    expect(order).toEqual(['settler', 'page']);
    expect(report.reason).toMatch(/^not at rest after \d+ ms/);
  });

  test('lets go at once when the signal is aborted', async () => {
    const settler = await open(pages.blocked);
    const mark = await settler.mark(never);
    await clickGo();
    const order: string[] = [];
    const free = page.waitForFunction('globalThis.free').then(() => order.push('page'));
    const controller = new AbortController();
    const settled = settler.settle(mark, { signal: controller.signal });
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(settled).rejects.toBe(reason);
    order.push('settler');
    await free;
    expect(order).toEqual(['settler', 'page']);
  });

  test('does not keep the mark before an action', async () => {
    const settler = await open(pages.blocked);
    await clickGo();
    const order: string[] = [];
    const free = page.waitForFunction('globalThis.free').then(() => order.push('page'));
    await settler.mark(never);
    order.push('mark');
    await free;
    expect(order).toEqual(['mark', 'page']);
  });
});

test('a dialog that stays open is the state of the page', async () => {
  const settler = await open(pages.dialog);
  const dialog = page.waitForEvent('dialog');
  page.on('dialog', () => {});
  const mark = await settler.mark(never);
  await clickGo();
  const report = await settler.settle(mark, { signal: never });
  expect(report.reason).toContain('a dialog is open');
  await (await dialog).accept();
});

test('a page that dismisses its dialogs settles on what comes after', async () => {
  const settler = await open(pages.dialog);
  page.on('dialog', (dialog) => void dialog.dismiss());
  const mark = await settler.mark(never);
  await clickGo();
  await settler.settle(mark, { signal: never });
  expect(await page.textContent('#out')).toBe('done');
});

test('says what was still going on when it gave up', async () => {
  const settler = await open(pages.hanging, 500);
  const mark = await settler.mark(never);
  await clickGo();
  const { reason } = await settler.settle(mark, { signal: never });
  expect(reason).toMatch(/^not at rest after \d+ ms: fetch \/hang still going on$/);
});

test('rejects when the renderer crashes', async () => {
  const settler = await open(pages.hanging);
  const mark = await settler.mark(never);
  await clickGo();
  const settled = settler.settle(mark, { signal: never });
  const session = await context.newCDPSession(page);
  await Promise.all([
    expect(settled).rejects.toThrow(ActBrowserCrashedError),
    // A crashed page does not answer.
    Promise.race([session.send('Page.crash'), page.waitForEvent('crash')]),
  ]);
});

test('rejects when the page is closed', async () => {
  const settler = await open(pages.hanging);
  const mark = await settler.mark(never);
  await clickGo();
  const settled = settler.settle(mark, { signal: never });
  await Promise.all([expect(settled).rejects.toThrow(ActBrowserCrashedError), page.close()]);
});

test('works on a page that comes back from the back-forward cache', async () => {
  const settler = await open(pages.plain);
  await page.goto(server.urlOf(pages.hanging));
  // `goBack` waits for a load, which does not come again.
  await page.evaluate('setTimeout(() => history.back(), 0)');
  await page.waitForFunction('globalThis.kept === true');
  const mark = await settler.mark(never);
  await clickGo();
  const { reason } = await settler.settle(mark, { signal: never });
  expect(await page.textContent('#out')).toBe('done');
  expect(reason).toMatch(/^fetch \/slow \d+ ms, then quiet$/);
});

test('settles where scheduling is not followed, and leaves the globals alone', async () => {
  await page.goto(server.urlOf(pages.plain));
  await page.evaluate('globalThis.before = setTimeout');
  const settler = await attachSettler(page, { followScheduling: false });
  expect(await page.evaluate('setTimeout === before')).toBe(true);
  const mark = await settler.mark(never);
  await clickGo();
  await settler.settle(mark, { signal: never });
  expect(await page.textContent('#out')).toBe('done');
});

test('settles by pictures where that is asked for', async () => {
  await page.goto(server.urlOf(pages.plain));
  const settler = await attachSettler(page, { mode: 'polling', capMs: 30_000 });
  const mark = await settler.mark(never);
  await clickGo();
  const { reason } = await settler.settle(mark, { signal: never });
  expect(await page.textContent('#out')).toBe('done');
  expect(reason).toMatch(/^\d+ pictures, the last 3 alike$/);
  await settler.detach();
});
