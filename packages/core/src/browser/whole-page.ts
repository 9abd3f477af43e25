import type { CDPSession, Page } from 'playwright';
import { evaluateIn } from './frames/evaluate.js';
import { inPage } from './frames/in-page.js';
import type { Size } from './screen.js';
import type { Scene } from './tabs/scene.js';

/** What Chromium draws of a page in one picture. */
const MOST_PIXELS = 16_384;

/**
 * Looks while the page's viewport is as high as the page, so that all of it is seen, and masked, as what is
 * in view is. The page is then given back its size and where it had scrolled to.
 */
export async function lookAtWhole<T>({ tab, page }: Scene, look: () => Promise<T>): Promise<T> {
  const sessions = await tab.sessions();
  const frame = await sessions.mainFrame();
  const { width, height, whole, left, top } = await evaluateIn(frame, extent);
  if (whole <= height) return look();
  const giveBack = await resize(page, sessions.main, {
    width,
    height: Math.min(whole, MOST_PIXELS),
  });
  try {
    return await look();
  } finally {
    await giveBack();
    // A page that has gone on meanwhile is where it wants to be.
    await evaluateIn(frame, scrollBack, left, top).catch(() => {});
  }
}

/** Gives how to undo it. A size that Playwright knows of it has to be told; of another it must not know. */
async function resize(page: Page, session: CDPSession, size: Size): Promise<() => Promise<void>> {
  const known = page.viewportSize();
  if (known) {
    await page.setViewportSize(size);
    return () => page.setViewportSize(known);
  }
  await session.send('Emulation.setDeviceMetricsOverride', {
    ...size,
    deviceScaleFactor: 0,
    mobile: false,
  });
  return async () => void (await session.send('Emulation.clearDeviceMetricsOverride'));
}

/** Self-contained: runs in the page. */
const extent = inPage(function extent(): {
  width: number;
  height: number;
  whole: number;
  left: number;
  top: number;
} {
  const whole = document.documentElement?.scrollHeight ?? 0;
  return { width: innerWidth, height: innerHeight, whole, left: scrollX, top: scrollY };
});

/** Self-contained: runs in the page. At once, also where the page has its scrolling go smoothly. */
const scrollBack = inPage(function scrollBack(left: number, top: number): void {
  scrollTo({ left, top, behavior: 'instant' });
});
