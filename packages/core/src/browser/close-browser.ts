import { Closing } from '../closing/closing.js';
import { CLOSING_STEPS } from '../closing/closing-steps.js';
import type { ClosingWork } from '../closing/closing-work.js';
import type { Clock } from '../deadline/clock.js';
import { browserError } from './open/browser-error.js';
import type { BrowserHold } from './open/browser-hold.js';
import type { Residents } from './residents/residents.js';
import type { Tabs } from './tabs/tabs.js';

/** What a hand has opened by the time it is stopped: all of it, or as far as its start came. */
export interface OpenedBrowser {
  readonly hold: BrowserHold | undefined;
  readonly tabs: Tabs | undefined;
  readonly residents: Residents;
  /** What is still closing, because it opened after an abort. */
  readonly late: readonly Promise<unknown>[];
}

/** As long as all of it may take, one step after the other. */
export const CLOSE_BROWSER_MS = (
  [
    'running-work',
    'save-downloads',
    'read-browser-session',
    'leave-page',
    'close-browser',
    'save-browser-session',
    'late-browser',
  ] as const
).reduce((sum, step) => sum + CLOSING_STEPS[step].boundMs, 0);

/**
 * Closes all of it, whatever of it fails or hangs: what needs the browser comes first, then the browser
 * is closed, then comes what does not need it any more.
 * @throws StopFailedError
 */
export async function closeBrowser(
  opening: Promise<unknown>,
  openedBy: () => OpenedBrowser,
  { clock, hurry }: { clock: Clock; hurry: AbortSignal | undefined },
): Promise<void> {
  const closing = new Closing(clock, hurry);
  const does = async ({ step, run }: ClosingWork) =>
    closing.step(step, async (signal) => {
      try {
        await run(signal);
      } catch (error) {
        throw browserError(error);
      }
    });
  // What its start has opened is known when that is over. It was told its own failure.
  await does({ step: 'running-work', run: () => Promise.allSettled([opening]) });
  const { hold, tabs, residents, late } = openedBy();
  if (hold) {
    for (const work of residents.beforeClose(hold)) await does(work);
    if (!hold.ownsContext) {
      const tidy = () => Promise.all([residents.moveOut(), tabs?.detach()]);
      await does({ step: 'leave-page', run: tidy });
    }
    await does({ step: 'close-browser', run: (signal) => hold.release(signal) });
    // What is closed needs no tidying, and gives no answer to it: only our own listeners are taken off.
    if (hold.ownsContext) void tabs?.detach();
    const { end } = hold;
    // Neither needs the other, nor the browser any more.
    const ended = end && does({ step: 'end-remote-browser', run: (signal) => end(signal) });
    for (const work of residents.afterClose()) await does(work);
    await ended;
  }
  await does({ step: 'late-browser', run: () => Promise.all(late) });
  closing.throwIfFailed();
}
