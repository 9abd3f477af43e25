import type { HeaderRule } from '../headers/header-rules.js';
import { sendExtraHeaders } from '../headers/send-extra-headers.js';
import type { Resident } from './resident.js';

/** Sends headers of the program's with the requests of this session, to the origins that they are for. */
export function extraHeaders(rules: readonly HeaderRule[]): Resident {
  return {
    async moveIn({ context, ownsBrowser }, { tabs }) {
      const end = await sendExtraHeaders(rules, {
        browser: context.browser(),
        isAllOurs: ownsBrowser,
        isOurs: (asking) => tabs.frames.asks(asking),
      });
      // The browser may be there longer than the context.
      context.once('close', () => void end());
      return end;
    },
  };
}
