import { goByUserAgent } from '../user-agent/go-by-user-agent.js';
import type { Resident } from './resident.js';

/** The pages of the session go by a user agent in a browser that was there before, and has its own. */
export function ownUserAgent(userAgent: string): Resident {
  return {
    // Not given up half-way: what it has begun is known, and can be ended, when it is done.
    moveIn({ context, page }, { tabs: { frames } }) {
      return goByUserAgent(userAgent, {
        browser: context.browser(),
        page,
        opens: (target) => frames.opens(target),
        asks: (asking) => frames.asks(asking),
      });
    },
  };
}
