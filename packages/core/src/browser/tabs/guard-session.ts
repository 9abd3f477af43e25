import { parseUrl } from '../../parse-url.js';
import type { Boundary } from '../boundary/boundary.js';
import { guardRequests } from '../boundary/guard-requests.js';
import type { BrowserHold } from '../open/browser-hold.js';
import type { Tabs } from './tabs.js';

/** Keeps the pages of a session inside of its boundary. The function given back ends it. */
export async function guardSession(
  hold: BrowserHold,
  tabs: Tabs,
  boundary: Boundary,
): Promise<() => Promise<void>> {
  const end = await guardRequests(boundary, {
    browser: hold.context.browser(),
    isOurs: (asking) => tabs.frames.asks(asking),
    dismisses: (target) => tabs.frames.dismisses(target),
    refused(url, where) {
      boundary.lastRefused = url;
      const consequence = {
        page: 'The page stayed as it was.',
        'new tab': 'The tab for it was not opened.',
        frame: 'The frame was left empty.',
      }[where];
      const text = `${boundary.refusal(url)}. ${consequence}`;
      if (where === 'frame') tabs.told.tell(text);
      else tabs.told.refused(parseUrl(url)?.host ?? url, text);
    },
  });
  // The browser may be there longer than the context.
  hold.context.once('close', () => void end());
  return end;
}
