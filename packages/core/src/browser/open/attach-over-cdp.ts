import type { BrowserContext, Page } from 'playwright';
import { preempt } from '../../deadline/pre-empt.js';
import { openPageIn } from './attach.js';
import type { BrowserHold } from './browser-hold.js';
import { connect } from './endpoint/connect.js';
import { endpointOf } from './endpoint/endpoint-of.js';
import type { OpenInput } from './open-input.js';
import { pageInFront } from './page-in-front.js';

/** A running browser, local or remote: disconnected from at the end, never closed. */
export async function attachOverCdp(input: OpenInput): Promise<BrowserHold> {
  const { options, signal } = input;
  const endpoint = await endpointOf(input);
  return connect(endpoint, input, async ({ browser, place, disconnect }) => {
    const leave = (limit: AbortSignal) => preempt(disconnect(), limit);
    if (options.cdpUsePage === 'existing') {
      const page = await pageInFront(browser, signal);
      return { ...borrowed(page.context(), page, place), borrowedPage: true, release: leave };
    }
    const [own] = browser.contexts();
    const context = own ?? (await browser.newContext());
    const hold = await openPageIn(context, input, async (limit) => {
      if (!own) await preempt(context.close(), limit);
      await leave(limit);
    });
    return { ...hold, place };
  });
}

function borrowed(context: BrowserContext, page: Page, place: string) {
  return { context, page, place, ownsContext: false, ownsBrowser: false };
}
