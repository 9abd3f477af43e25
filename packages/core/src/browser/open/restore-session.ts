import type { BrowserContext, Page } from 'playwright';
import { preempt } from '../../deadline/pre-empt.js';
import { thrownMessage } from '../../errors/thrown-text.js';
import type { SavedOrigin } from '../browser-session/browser-session.js';
import { cookieKey } from '../browser-session/merge-states.js';
import type { SessionKeeper } from '../browser-session/session-keeper.js';
import { callable } from '../frames/in-page.js';
import { claim } from './claim.js';
import type { OpenInput } from './open-input.js';
import { type Seeded, seedStorage } from './seed-storage.js';

/**
 * Puts a saved session into a context that is there already, over nothing that is in it. Storage can only
 * be written from a page of its origin: an empty one is opened for it, in a tab that is closed again, and
 * nothing is asked of the network.
 */
export async function restoreSession(
  context: BrowserContext,
  saved: SessionKeeper,
  { signal, late }: Pick<OpenInput, 'signal' | 'late'>,
): Promise<void> {
  const { cookies, origins } = await preempt(saved.load(signal), signal);
  const there = saved.replacesCookies ? [] : await preempt(context.cookies(), signal);
  const keys = new Set(there.map(cookieKey));
  const missing = cookies.filter((cookie) => !keys.has(cookieKey(cookie)));
  if (missing.length > 0) await preempt(context.addCookies(missing as Cookies), signal);
  if (origins.length === 0) return;
  const page = await claim(context.newPage(), (opened) => opened.close(), signal, late);
  try {
    await preempt(answerAllEmpty(context, page), signal);
    for (const state of origins) await preempt(seed(page, state, saved), signal);
  } finally {
    const closing = page.close();
    if (signal.aborted) late(closing);
    else await closing;
  }
}

type Cookies = Parameters<BrowserContext['addCookies']>[0];

async function answerAllEmpty(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  // A service worker of the origin would answer in the place of the route.
  await session.send('Network.enable');
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  );
}

async function seed(page: Page, state: SavedOrigin, saved: SessionKeeper): Promise<void> {
  const { origin, localStorage = [], indexedDB = [] } = state;
  const unrestored = (why: string) => {
    if (localStorage.length > 0) saved.unrestored('localStorage', origin, why);
    if (indexedDB.length > 0) saved.unrestored('indexedDB', origin, why);
  };
  if (!/^https?:\/\//.test(origin)) return unrestored('it is no origin of the web');
  try {
    await page.goto(origin);
    const args = [origin, localStorage, indexedDB].map((each) => JSON.stringify(each));
    const seeded: Seeded = await page.evaluate(`(${callable(seedStorage)})(${args.join()})`);
    // The browser takes some hosts by https alone.
    if (seeded.elsewhere) unrestored(`the browser opens ${new URL(page.url()).origin} instead`);
    if (seeded.why !== undefined) saved.unrestored('indexedDB', origin, seeded.why);
  } catch (error) {
    if (page.isClosed()) throw error;
    unrestored(thrownMessage(error));
  }
}
