import type { ClosingWork } from '../../closing/closing-work.js';
import { ActBrowserCrashedError } from '../../errors/index.js';
import type { SessionKeeper } from '../browser-session/session-keeper.js';
import type { BrowserHold } from '../open/browser-hold.js';
import type { Resident } from './resident.js';

/**
 * Saves what was signed in to when the session ends. What was saved before is there when it moves in: a
 * context is opened with it, or it was put into one. The browser is needed to read it, and closed when
 * it is saved.
 */
export function savedSession(saved: SessionKeeper): Resident {
  const read = async ({ context }: BrowserHold) => {
    if (context.browser()?.isConnected() === false) {
      throw new ActBrowserCrashedError('The browser went away before its session could be saved');
    }
    await saved.read(context);
  };
  return {
    beforeClose: (hold): ClosingWork => ({
      step: 'read-browser-session',
      run: () => read(hold),
    }),
    afterClose() {
      const run = saved.saving;
      return run && { step: 'save-browser-session', run };
    },
  };
}
