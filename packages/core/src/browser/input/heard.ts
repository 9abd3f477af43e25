import type { Page } from 'playwright';
import { type Clock, systemClock } from '../../deadline/clock.js';
import { pause } from '../../deadline/pause.js';
import { AgentRedirectError } from '../../errors/index.js';

/** How long an input is waited for before and after the page has shown that it answers, in ms. */
const UNHEARD_AFTER_MS = 500;

/**
 * Sends an input and waits until the page has taken it. Chromium never answers for one that was on its
 * way to a frame that went away or to another site: where every frame that is left answers and the input
 * does not, it is lost. A page that is busy, or shows a dialog, is waited for as ever.
 * @throws AgentRedirectError when it was lost
 */
export async function heard(
  page: Page,
  send: () => Promise<void>,
  clock: Clock = systemClock,
): Promise<void> {
  const over = new AbortController();
  let onFrame = () => {};
  const frameChanged = new Promise<void>((resolve) => {
    onFrame = resolve;
  });
  page.on('framedetached', onFrame);
  page.on('framenavigated', onFrame);
  const lost = async (): Promise<never> => {
    await frameChanged;
    await pause(UNHEARD_AFTER_MS, over.signal, clock);
    await allAnswer(page);
    await pause(UNHEARD_AFTER_MS, over.signal, clock);
    throw new AgentRedirectError(
      'A frame of the page went away while it was acted upon: look again.',
    );
  };
  try {
    await Promise.race([send(), lost()]);
  } finally {
    over.abort();
    page.off('framedetached', onFrame);
    page.off('framenavigated', onFrame);
  }
}

async function allAnswer(page: Page): Promise<void> {
  await Promise.allSettled(page.frames().map((frame) => frame.evaluate('0')));
}
