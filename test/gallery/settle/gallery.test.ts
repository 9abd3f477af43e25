import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type GalleryServer, startGalleryServer } from './gallery-server.js';
import { launchOptions } from './launch-options.js';
import { observeSettle } from './observe-settle.js';
import { frameworkPages } from './pages/frameworks.js';
import { galleryPages } from './pages/index.js';

vi.setConfig({ maxConcurrency: 3 });

const pages = [...galleryPages, ...(await frameworkPages())];
/** On a machine that is busy all is slower, but it still comes to its end by itself. */
const capMs = 20_000;

/** Pages that were looked at too early in this run. */
const early: string[] = [];

let browser: Browser;
let server: GalleryServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([
    chromium.launch(launchOptions),
    startGalleryServer(pages),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

describe.concurrent('the final content is there at rest where the action', () => {
  test.each(pages.map((page) => [page.name, page] as const))('%s', async (name, page) => {
    const outcome = await observeSettle(browser, server.urlOf(page), page, { capMs });
    expect(outcome.pageErrors).toEqual([]);
    if (!outcome.right || outcome.reason.includes('not at rest')) {
      early.push(`${name}: ${outcome.reason}`);
    }
  });
});

// Not yet 100 %: a page that goes quiet between two causes is, on a busy machine, now and then looked
// at too early. This holds the line until it never is; the pages are told.
test('is there on all but a few pages', () => {
  if (early.length > 0) console.warn(`Looked at too early:\n${early.join('\n')}`);
  expect(early.length).toBeLessThanOrEqual(pages.length * 0.05);
});
