import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachSettler } from '../../../packages/core/src/browser/settle/attach-settler.js';
import { followBeginnings } from '../../../packages/core/src/browser/settle/watch/beginnings.js';
import { launchOptions } from '../../support/chromium.js';
import { behaviour } from './behaviour.js';
import { type GalleryServer, startGalleryServer } from './gallery-server.js';
import type { SettlePage } from './settle-page.js';

const blank: SettlePage = { name: 'blank' };
/** Keeps what the page had before anybody came. */
const keep = `globalThis.kept = {
  names: Object.getOwnPropertyNames(globalThis),
  setTimeout, setInterval, clearTimeout, requestAnimationFrame, requestIdleCallback, Worker,
  MessageChannel, post: Worker.prototype.postMessage, attach: Element.prototype.attachShadow,
  body: Object.getOwnPropertyDescriptor(Response.prototype, 'body').get,
  derive: SubtleCrypto.prototype.deriveBits, bitmap: createImageBitmap, send: XMLHttpRequest.prototype.send,
  open: IDBFactory.prototype.open, text: Response.prototype.text };`;
const isAsKept = `setTimeout === kept.setTimeout && setInterval === kept.setInterval &&
  clearTimeout === kept.clearTimeout && requestAnimationFrame === kept.requestAnimationFrame &&
  requestIdleCallback === kept.requestIdleCallback && Worker === kept.Worker &&
  Worker.prototype.constructor === Worker && MessageChannel === kept.MessageChannel &&
  Worker.prototype.postMessage === kept.post && Element.prototype.attachShadow === kept.attach &&
  Object.getOwnPropertyDescriptor(Response.prototype, 'body').get === kept.body &&
  SubtleCrypto.prototype.deriveBits === kept.derive && createImageBitmap === kept.bitmap &&
  XMLHttpRequest.prototype.send === kept.send &&
  IDBFactory.prototype.open === kept.open && Response.prototype.text === kept.text`;
const newNames = `Object.getOwnPropertyNames(globalThis).filter((name) => !kept.names.includes(name) && name !== 'kept')`;

let browser: Browser;
let server: GalleryServer;
const never = new AbortController().signal;

beforeAll(async () => {
  [browser, server] = await Promise.all([
    chromium.launch(launchOptions),
    startGalleryServer([blank]),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

const inNewPage = async <T>(use: (page: Page) => Promise<T>): Promise<T> => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    return await use(page);
  } finally {
    await context.close();
  }
};

test('a borrowed page is as before once the settler is detached', async () => {
  await inNewPage(async (page) => {
    await page.goto(server.urlOf(blank));
    await page.evaluate(keep);
    const settler = await attachSettler(page);
    expect(await page.evaluate(isAsKept)).toBe(false);
    const mark = await settler.mark(never);
    await settler.settle(mark, { signal: never });
    await settler.detach();
    expect(await page.evaluate(isAsKept)).toBe(true);
    expect(await page.evaluate(newNames)).toEqual([]);
    await page.reload();
    expect(await page.evaluate('setTimeout.toString()')).toBe(
      'function setTimeout() { [native code] }',
    );
  });
});

test('a page cannot list anything of the settler', async () => {
  await inNewPage(async (page) => {
    await page.goto(server.urlOf(blank));
    await page.evaluate(keep);
    await attachSettler(page);
    expect(await page.evaluate(newNames)).toEqual([]);
  });
});

test('a page that stood in front of our functions keeps working after detach', async () => {
  await inNewPage(async (page) => {
    const settler = await attachSettler(page);
    await page.goto(server.urlOf(blank));
    await page.evaluate(
      `{ const before = setTimeout; globalThis.mine = (...a) => before(...a); globalThis.setTimeout = globalThis.mine; }`,
    );
    await settler.detach();
    expect(await page.evaluate('setTimeout === mine')).toBe(true);
    expect(await page.evaluate('new Promise((r) => setTimeout(r, 1, "called"))')).toBe('called');
  });
});

test('a page behaves in the same way with a settler, at rest and while settling, as without', async () => {
  const observe = async (prepare: (page: Page) => Promise<unknown>) =>
    inNewPage(async (page) => {
      await prepare(page);
      await page.goto(server.urlOf(blank));
      return page.evaluate<unknown>(behaviour);
    });
  const without = await observe(async () => {});
  const atRest = await observe(async (page) => {
    const settler = await attachSettler(page);
    await settler.settle(await settler.mark(never), { signal: never });
  });
  const settling = await observe(async (page) => {
    const settler = await attachSettler(page);
    await settler.mark(never);
  });
  const fromTheBeginning = await observe((page) => followBeginnings(page.context()));
  expect(Object.keys(without as object).length).toBeGreaterThan(20);
  expect(atRest).toEqual(without);
  expect(settling).toEqual(without);
  expect(fromTheBeginning).toEqual(without);
});

test('a page that is followed from its beginning is so once, and lists nothing of it', async () => {
  await inNewPage(async (page) => {
    const beginnings = await followBeginnings(page.context());
    await page.goto(server.urlOf(blank));
    await page.evaluate(keep);
    const isFollowed = `setTimeout.toString() !== 'function setTimeout() { [native code] }'`;
    expect(await page.evaluate(isFollowed)).toBe(true);
    const settler = await attachSettler(page, { isEffect: true, beginnings });
    expect(await page.evaluate(isAsKept)).toBe(true);
    expect(await page.evaluate(newNames)).toEqual([]);
    await settler.detach();
    expect(await page.evaluate(isFollowed)).toBe(false);
  });
});
