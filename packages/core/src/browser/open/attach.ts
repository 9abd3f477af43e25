import type { BrowserContext, Page } from 'playwright';
import { ValidationError } from '../../errors/index.js';
import type { Size } from '../screen.js';
import type { BrowserHold } from './browser-hold.js';
import { claim } from './claim.js';
import { loadChromium } from './load-playwright.js';
import type { OpenInput } from './open-input.js';

/** A page of the user's: acted upon as it is, closed by nobody but its owner. */
export function borrowPage(page: Page): BrowserHold {
  if (page.isClosed()) {
    throw new ValidationError('is closed', { field: 'page', remedy: 'Pass an open page.' });
  }
  demandChromium(page.context(), 'page');
  return {
    context: page.context(),
    page,
    ownsContext: false,
    borrowedPage: true,
    async release() {
      // Nothing was opened.
    },
  };
}

/** A context of the user's: one page is opened in it, and that one closed. */
export async function borrowContext(
  context: BrowserContext,
  input: Pick<OpenInput, 'signal' | 'late' | 'viewport'>,
): Promise<BrowserHold> {
  demandChromium(context, 'context');
  return openPageIn(context, input, async () => {});
}

/** A running browser, local or remote: disconnected from at the end, never closed. */
export async function attachOverCdp(input: OpenInput): Promise<BrowserHold> {
  const { options, signal, late } = input;
  const chromium = await loadChromium();
  const connecting = chromium.connectOverCDP(options.cdpEndpointUrl as string, {
    ...(options.cdpHeaders ? { headers: { ...options.cdpHeaders } } : {}),
  });
  // For a browser connected to over CDP, close() only disconnects.
  const browser = await claim(connecting, (late) => late.close(), signal, late);
  try {
    const [own] = browser.contexts();
    const context = own ?? (await browser.newContext());
    return await openPageIn(context, input, async () => {
      if (!own) await context.close();
      await browser.close();
    });
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function openPageIn(
  context: BrowserContext,
  { viewport, signal, late }: { viewport: Size } & Pick<OpenInput, 'signal' | 'late'>,
  after: () => Promise<void>,
): Promise<BrowserHold> {
  const page = await claim(context.newPage(), (opened) => opened.close(), signal, late);
  try {
    await page.setViewportSize(viewport);
  } catch (error) {
    await page.close();
    throw error;
  }
  return {
    context,
    page,
    ownsContext: false,
    borrowedPage: false,
    async release() {
      try {
        await page.close();
      } finally {
        await after();
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
