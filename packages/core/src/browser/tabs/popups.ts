import type { Page } from 'playwright';
import { redactUrl } from '../../errors/redact-url.js';
import type { BrowserOptions, PopupAnswer, PopupView } from '../browser-options.js';

export type PopupPolicy = (popup: PopupView) => PopupAnswer | Promise<PopupAnswer>;

/** What the option says, as one way to ask. A callback that fails does not keep a page from being followed. */
export function popupPolicyOf({ popups = 'follow' }: BrowserOptions): PopupPolicy {
  if (typeof popups === 'string') return () => popups;
  return (popup) => {
    try {
      const answer = popups(popup);
      if (typeof answer === 'string') return answer;
      return answer.catch(() => 'follow' as const);
    } catch {
      return 'follow';
    }
  };
}

/** A tab as the program is asked about it. */
export function popupView(page: Page, opener: Page | undefined): PopupView {
  const openerUrl = opener && !opener.isClosed() ? redactUrl(opener.url()) : undefined;
  return { url: redactUrl(page.url()), ...(openerUrl === undefined ? {} : { openerUrl }) };
}
