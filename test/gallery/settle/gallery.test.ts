import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launchOptions } from '../../support/chromium.js';
import { type GalleryServer, startGalleryServer } from './gallery-server.js';
import { observeSettle } from './observe-settle.js';
import { galleryPages } from './pages/index.js';

vi.setConfig({ maxConcurrency: 3 });

const pages = await galleryPages();
/** On a machine that is busy all is slower, but it still comes to its end by itself. */
const capMs = 20_000;

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
  test.each(pages.map((page) => [page.name, page] as const))('%s', async (_name, page) => {
    const outcome = await observeSettle(browser, server.urlOf(page), page, { capMs });
    expect(outcome, outcome.reason).toMatchObject({ right: true, pageErrors: [] });
    expect(outcome.reason).not.toContain('not at rest');
  });
});
