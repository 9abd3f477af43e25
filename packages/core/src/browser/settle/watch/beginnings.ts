import { randomBytes } from 'node:crypto';
import type { BrowserContext, Page, Request } from 'playwright';
import { type Clock, systemClock } from '../../../deadline/clock.js';
import { limits } from '../limits.js';
import { beginningSource } from './in-page/source.js';

/** A request that was sent before its page was watched, and has not ended. */
export interface BegunRequest {
  readonly request: Request;
  readonly startedAtMs: number;
  readonly respondedAtMs: number | undefined;
}

/** What the documents of a context do from their first line on, until somebody watches their page. */
export interface Beginnings {
  /** The event at which a document hands out what it knows of its timers and the like. */
  readonly channel: string;
  /** The page's requests that have not ended. */
  requestsOf(page: Page): BegunRequest[];
}

/**
 * Follows every document of a context of our own from its beginning: a tab is there to be watched only
 * when its page has begun, and by then its scripts have set their timers. Playwright holds a new tab
 * until its scripts for new documents are in it. Nothing is taken off again: the context is closed.
 */
export async function followBeginnings(
  context: BrowserContext,
  clock: Clock = systemClock,
): Promise<Beginnings> {
  const channel = `_${randomBytes(9).toString('hex')}`;
  const begun = new Map<Request, BegunRequest>();
  const end = (request: Request) => begun.delete(request);
  /** The end of many is never told; nobody asks for them when they are old. */
  const forgetOld = () => {
    for (const [request, { startedAtMs }] of begun) {
      if (clock.now() - startedAtMs < limits.stalledRequestMs) return;
      end(request);
    }
  };
  context.on('request', (request) => {
    forgetOld();
    if (request.isNavigationRequest()) return;
    begun.set(request, { request, startedAtMs: clock.now(), respondedAtMs: undefined });
  });
  context.on('response', (response) => {
    const one = begun.get(response.request());
    if (one) begun.set(one.request, { ...one, respondedAtMs: clock.now() });
  });
  context.on('requestfinished', end);
  context.on('requestfailed', end);
  await context.addInitScript({ content: beginningSource(channel) });
  return {
    channel,
    requestsOf: (page) => [...begun.values()].filter(({ request }) => pageOf(request) === page),
  };
}

/** Requests of service workers have no page, nor has one of a tab that is not there yet: Playwright throws. */
function pageOf(request: Request): Page | undefined {
  try {
    return request.frame().page();
  } catch {
    return undefined;
  }
}
