import { systemClock } from '../../deadline/clock.js';
import type { SettleReport } from '../actuator.js';
import { inFront } from './in-front.js';
import type { Tab } from './tab.js';
import type { Tabs } from './tabs.js';

/** A page that opens tab after tab is looked at as it is after so many. */
const MAX_TABS = 5;

/**
 * Settles the tab in front; then the one that came to the front meanwhile, which is waited for where it
 * only opens. Tells with it what happened beside.
 */
export async function settleInFront(
  tabs: Tabs,
  signal: AbortSignal,
  settle: (tab: Tab, signal: AbortSignal) => Promise<SettleReport>,
): Promise<SettleReport> {
  const reports: SettleReport[] = [];
  for (let settled: Tab | undefined; reports.length < 2 * MAX_TABS; ) {
    reports.push(
      await inFront(tabs, signal, (tab, either) => {
        settled = tab;
        return settle(tab, either);
      }),
    );
    const startedAtMs = systemClock.now();
    if (await tabs.opened(signal)) {
      reports.push({ reason: 'a new tab', durationMs: systemClock.now() - startedAtMs });
    }
    if (tabs.active() === settled) break;
  }
  tabs.told.demandDone();
  const notes = tabs.told.takeNotes();
  return {
    reason: reports.map(({ reason }) => reason).join('; then '),
    durationMs: reports.reduce((sum, { durationMs }) => sum + durationMs, 0),
    ...(notes.length > 0 ? { notes } : {}),
  };
}
