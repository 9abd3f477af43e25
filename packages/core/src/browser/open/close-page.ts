import type { Page } from 'playwright';
import { type Clock, systemClock } from '../../deadline/clock.js';
import { pause } from '../../deadline/pause.js';

/** How long a page that was asked to close is waited for before it is asked again, in ms. */
const AGAIN_AFTER_MS = 500;

/**
 * Closes a page. Chromium forgets a closing that comes at the moment at which a navigation commits; the
 * page stays open, and Playwright waits for its end without limit. So it is asked until it has closed.
 */
export async function closePage(page: Page, clock: Clock = systemClock): Promise<void> {
  const over = new AbortController();
  const keepAsking = async () => {
    for (;;) {
      await pause(AGAIN_AFTER_MS, over.signal, clock);
      askAgain(page).catch(() => {
        // It has closed, or the browser has gone: then Playwright's own closing ends.
      });
    }
  };
  keepAsking().catch(() => {
    // That is how it ends.
  });
  try {
    await page.close();
  } finally {
    over.abort();
  }
}

/** Not `Page.close`, which would ask the page whether it may be left. */
async function askAgain(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.send('Target.closeTarget', { targetId: targetInfo.targetId });
}
