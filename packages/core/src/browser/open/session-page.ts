import type { BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { type Size, windowOf } from '../screen.js';

/** How the pages of a context get their size: as their window has it, or by emulation. */
export type Sizing = Pick<BrowserContextOptions, 'viewport' | 'screen'>;

const BY_WINDOW: Sizing = { viewport: null };

function emulated(viewport: Size): Sizing {
  const { width, height } = windowOf(viewport);
  return { viewport, screen: { width, height } };
}

/**
 * A context with one page of the session's size. In a browser that draws windows of that size it is a
 * real window, whose measures and bars a page sees as a person's; else its size is emulated: a headless
 * shell has no windows, and a screen may be too small for one.
 */
export async function openSessionPage(
  { viewport, windowSize }: { viewport: Size; windowSize: Size | undefined },
  newContext: (sizing: Sizing) => Promise<BrowserContext>,
): Promise<{ context: BrowserContext; page: Page }> {
  if (windowSize && isSame(windowSize, windowOf(viewport))) {
    const context = await newContext(BY_WINDOW);
    const page = await context.newPage();
    if (isSame(await innerSize(page), viewport)) return { context, page };
    await context.close();
  }
  const context = await newContext(emulated(viewport));
  return { context, page: await context.newPage() };
}

/** The same for the pages of a persistent context, which is there before it can be asked. */
export async function sizePages(context: BrowserContext, page: Page, viewport: Size) {
  if (isSame(await innerSize(page), viewport)) return;
  const resize = (opened: Page) => opened.setViewportSize(viewport);
  context.on('page', (opened) => {
    resize(opened).catch(() => {
      // It was closed before it could be sized.
    });
  });
  await Promise.all(context.pages().map(resize));
}

export const PERSISTENT_SIZING = BY_WINDOW;

/** The size of the windows that this browser draws; a headless shell draws none. */
export function windowSizeOf(product: string, asked: Size): Size | undefined {
  return product.startsWith('HeadlessChrome/') ? undefined : asked;
}

function innerSize(page: Page): Promise<Size> {
  return page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
}

function isSame(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}
