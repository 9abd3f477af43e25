import { guarded } from './guarded.js';
import { TAB_CLOSED, type Tab } from './tab.js';
import type { Tabs } from './tabs.js';

/** Runs work on the tab in front; again on the next, when that one closes or is one that may not be open. */
export async function inFront<T>(
  tabs: Tabs,
  signal: AbortSignal,
  work: (tab: Tab, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  for (;;) {
    const tab = tabs.active();
    try {
      return await guarded(tabs, tab, signal, (either) => work(tab, either));
    } catch (error) {
      const isClosed = tab.lost.reason === TAB_CLOSED && tabs.pages.length > 0;
      if (!(tab.dismissed || isClosed) || signal.aborted) throw error;
      tabs.leave(tab);
    }
  }
}
