import { preempt } from '../../deadline/pre-empt.js';
import { AgentRedirectError, NovaActError } from '../../errors/index.js';
import { browserError, saysTargetGone } from '../open/browser-error.js';
import type { Tab } from './tab.js';
import type { Tabs } from './tabs.js';

/** What DevTools says when the document went away between two questions about it. */
const DOCUMENT_CHANGED =
  /context with specified id|context was destroyed|navigated or closed|(?:node|object) with (?:given )?id|No frame (?:for|with) given id|does not belong to the document|Frame with the given id|uniqueContextId not found|Node is detached|detached from document/i;

/**
 * Runs work on a tab and gives it up as soon as the signal is aborted or the tab is lost. Whatever
 * fails comes out as an error that says what to make of it.
 */
export async function guarded<T>(
  tabs: Tabs,
  tab: Tab,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const either = AbortSignal.any([signal, tab.lost]);
  try {
    either.throwIfAborted();
    return await preempt(work(either), either);
  } catch (error) {
    signal.throwIfAborted();
    if (tab.lost.aborted) throw await tabs.lossOf(tab);
    if (error instanceof NovaActError) throw error;
    if (saysTargetGone(error)) {
      // The event that says so may come a moment after the failure.
      await new Promise((resolve) => setImmediate(resolve));
      if (tab.lost.aborted) throw await tabs.lossOf(tab);
      if (await answers(tab, either)) {
        throw new AgentRedirectError(
          'A frame of the page went away while it was acted upon: look again.',
        );
      }
      if (tab.lost.aborted) throw await tabs.lossOf(tab);
    } else if (DOCUMENT_CHANGED.test(String(error))) {
      throw new AgentRedirectError('The page changed while it was acted upon: look again.');
    }
    throw browserError(error);
  }
}

/** Whether the page itself is there: what is gone was then a frame in a process of its own. */
async function answers(tab: Tab, signal: AbortSignal): Promise<boolean> {
  try {
    const { main } = await tab.sessions();
    await preempt(main.send('Runtime.evaluate', { expression: '0' }), signal);
    return true;
  } catch {
    return false;
  }
}
