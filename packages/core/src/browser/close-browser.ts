import { preempt } from '../deadline/pre-empt.js';
import { ActBrowserCrashedError, suppress } from '../errors/index.js';
import type { BrowserSession } from './browser-session/browser-session.js';
import type { BrowserHold } from './open/browser-hold.js';
import { sealedError } from './open/sealed-error.js';
import type { Tabs } from './tabs/tabs.js';

/** For a borrowed page to be rid of what was put into it; one that hangs keeps it. */
const DETACH_TIMEOUT_MS = 2_000;
/** For what was signed in to be on disk or in S3. */
const SAVE_TIMEOUT_MS = 30_000;

/** What a hand has opened by the time it is stopped: all of it, or as far as its start came. */
export interface OpenedBrowser {
  readonly hold: BrowserHold | undefined;
  readonly tabs: Tabs | undefined;
  /** Takes the rules about addresses out again. */
  readonly unblock: (() => Promise<void>) | undefined;
  /** What is still closing, because it opened after an abort. */
  readonly late: readonly Promise<unknown>[];
  readonly browserSession: BrowserSession | undefined;
}

/** Closes all of it, whatever of it fails. Rejects with the first failure, the others with it. */
export async function closeBrowser(opened: OpenedBrowser): Promise<void> {
  const { hold, tabs, unblock, late } = opened;
  const failures: unknown[] = [];
  const attempt = async (step: () => Promise<unknown> | undefined) => {
    try {
      await step();
    } catch (error) {
      failures.push(sealedError(error));
    }
  };
  await attempt(() => saveSession(opened));
  // What is closed needs no tidying, and a page that hangs would not answer to it.
  if (hold?.ownsContext) {
    await attempt(() => hold.release());
    await attempt(() => tabs?.detach());
  } else {
    const tidy = () => Promise.all([unblock?.(), tabs?.detach()]);
    await attempt(() => preempt(tidy(), AbortSignal.timeout(DETACH_TIMEOUT_MS)));
    await attempt(() => hold?.release());
  }
  await attempt(() => Promise.all(late));
  const [first, ...others] = failures;
  if (first !== undefined) throw others.reduce((kept, later) => suppress(kept, later), first);
}

async function saveSession({ hold, browserSession }: OpenedBrowser): Promise<void> {
  if (!hold || !browserSession) return;
  const { context } = hold;
  if (context.browser()?.isConnected() === false) {
    throw new ActBrowserCrashedError('The browser went away before its session could be saved');
  }
  const signal = AbortSignal.timeout(SAVE_TIMEOUT_MS);
  const state = await preempt(context.storageState({ indexedDB: true }), signal);
  await browserSession.save(state, signal);
}
