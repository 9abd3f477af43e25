import type { BrowserContext, Page } from 'playwright';
import { preempt } from '../../deadline/pre-empt.js';
import { ValidationError } from '../../errors/index.js';
import type { BrowserHold } from './browser-hold.js';
import { claim } from './claim.js';
import { closePage } from './close-page.js';
import type { OpenInput } from './open-input.js';
import { openWithin } from './open-within.js';

/** A page of the user's: acted upon as it is, closed by nobody but its owner. */
export async function borrowPage(page: Page, signal: AbortSignal): Promise<BrowserHold> {
  if (page.isClosed()) {
    throw new ValidationError('is closed', { field: 'page', remedy: 'Pass an open page.' });
  }
  demandChromium(page.context(), 'page');
  // Playwright knows of a page that has crashed; DevTools would never answer for it.
  await preempt(page.evaluate('0'), signal);
  return {
    context: page.context(),
    page,
    ownsContext: false,
    ownsBrowser: false,
    borrowedPage: true,
    async release() {
      // Nothing was opened.
    },
  };
}

/** A context of the user's: one page is opened in it, and that one closed. */
export async function borrowContext(
  context: BrowserContext,
  input: Pick<OpenInput, 'signal' | 'late' | 'clock' | 'viewport'>,
): Promise<BrowserHold> {
  demandChromium(context, 'context');
  return openPageIn(context, input, async () => {});
}

/** A page of this session's in a context that is somebody else's. */
export async function openPageIn(
  context: BrowserContext,
  input: Pick<OpenInput, 'signal' | 'late' | 'clock' | 'viewport'>,
  after: (signal: AbortSignal) => Promise<void>,
): Promise<BrowserHold> {
  const { viewport, signal, late } = input;
  const page = await claim(
    context.newPage(),
    (opened) => closePage(opened, input.clock),
    signal,
    late,
  );
  await openWithin(
    () => page.setViewportSize(viewport),
    () => closePage(page, input.clock),
    input,
  );
  return {
    context,
    page,
    ownsContext: false,
    ownsBrowser: false,
    borrowedPage: false,
    async release(limit) {
      try {
        await preempt(closePage(page, input.clock), limit);
      } finally {
        await after(limit);
      }
    },
  };
}

function demandChromium(context: BrowserContext, field: string): void {
  const name = context.browser()?.browserType().name() ?? 'chromium';
  if (name === 'chromium') return;
  throw new ValidationError('is not one of Chromium', {
    field,
    value: name,
    remedy: 'Use Chromium, Chrome or Edge: the actions speak its DevTools protocol.',
  });
}
