import type { Page, Request } from 'playwright';
import { type Clock, systemClock } from '../../deadline/clock.js';
import { preempt } from '../../deadline/pre-empt.js';
import type { BrowserHold } from '../open/browser-hold.js';

/** A tab that asks for no page has none to wait for: it is a telephone's, or stays empty. */
const ASKS_WITHIN_MS = 1_500;
/**
 * A tab whose page does not answer is waited for so long; then the page that opened it is seen. What an
 * agent clicked is meant to be looked at, and many a report or payment page takes some seconds.
 */
const ANSWERS_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 250;

type IsOurs = (target: { openerId?: string; browserContextId?: string }) => boolean;

interface Opening {
  readonly done: Promise<void>;
  end(): void;
}

/**
 * Tabs that open and are not there yet: the browser has them at once, Playwright gives them when their
 * page is answered. One that closes again as it opens (a mail program's link, a download) is over then.
 */
export class OpeningTabs {
  readonly #hold: BrowserHold;
  readonly #isOurs: IsOurs;
  readonly #clock: Clock;
  readonly #opening = new Map<string, Opening>();
  readonly #asking = new Set<Request>();

  constructor(hold: BrowserHold, isOurs: IsOurs, clock: Clock = systemClock) {
    this.#hold = hold;
    this.#isOurs = isOurs;
    this.#clock = clock;
  }

  /** Begins to listen at the browser; without one that is given out, nothing is known beforehand. */
  async watch(): Promise<() => Promise<void>> {
    const session = await this.#hold.context.browser()?.newBrowserCDPSession();
    if (!session) return async () => {};
    session.on('Target.targetCreated', ({ targetInfo }) => {
      const { targetId, type, openerId } = targetInfo;
      if (type === 'page' && openerId !== undefined && this.#isOurs(targetInfo)) {
        this.#begin(targetId);
      }
    });
    session.on('Target.targetDestroyed', ({ targetId }) => this.#opening.get(targetId)?.end());
    // Only what opens from now on: all that is there is told of first.
    await session.send('Target.setDiscoverTargets', {
      discover: true,
      filter: [{ type: 'page', exclude: false }],
    });
    for (const opening of this.#opening.values()) opening.end();
    const unfollow = this.#followRequests();
    return async () => {
      unfollow();
      for (const opening of this.#opening.values()) opening.end();
      try {
        await session.detach();
      } catch {
        // The browser is closed.
      }
    };
  }

  /** The page of a tab has come. */
  async arrived(page: Page): Promise<void> {
    if (this.#opening.size === 0) return;
    try {
      const session = await page.context().newCDPSession(page);
      const { targetInfo } = await session.send('Target.getTargetInfo');
      this.#opening.get(targetInfo.targetId)?.end();
      await session.detach();
    } catch {
      // It is closed again, and its target with it.
    }
  }

  /** Waits until no tab is opening any more, or for as long as one may take. True when one was. */
  async settled(signal: AbortSignal): Promise<boolean> {
    const wasOpening = this.#opening.size > 0;
    while (this.#opening.size > 0) {
      await preempt(Promise.all([...this.#opening.values()].map(({ done }) => done)), signal);
    }
    return wasOpening;
  }

  #begin(targetId: string): void {
    const { promise, resolve } = resolvers();
    const endsAtMs = this.#clock.now() + ANSWERS_WITHIN_MS;
    let cancel = () => {};
    const end = () => {
      cancel();
      this.#opening.delete(targetId);
      resolve();
    };
    const look = () => {
      if (this.#asking.size === 0 || this.#clock.now() >= endsAtMs) end();
      else cancel = this.#clock.after(LOOK_EVERY_MS, look);
    };
    cancel = this.#clock.after(ASKS_WITHIN_MS, look);
    this.#opening.set(targetId, { done: promise, end });
  }

  /** Follows the requests of tabs that are not there yet: their frame cannot be had. */
  #followRequests(): () => void {
    const { context } = this.#hold;
    const onRequest = (request: Request) => {
      if (request.isNavigationRequest() && isOfNoPage(request)) this.#asking.add(request);
    };
    const onEnd = (request: Request) => this.#asking.delete(request);
    context.on('request', onRequest);
    context.on('requestfinished', onEnd);
    context.on('requestfailed', onEnd);
    return () => {
      context.off('request', onRequest);
      context.off('requestfinished', onEnd);
      context.off('requestfailed', onEnd);
    };
  }
}

function isOfNoPage(request: Request): boolean {
  try {
    request.frame();
    return false;
  } catch {
    return true; // Playwright's way to say that its page is not ready.
  }
}

function resolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
