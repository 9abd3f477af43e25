import type { Page } from 'playwright';
import type { Tab } from './tab.js';
import type { Tabs } from './tabs.js';

/** The tab that something is about to happen in. What is done in it ends with `signal`. */
export interface Scene {
  readonly tab: Tab;
  readonly page: Page;
  readonly tabs: Tabs;
  readonly signal: AbortSignal;
}

export const sceneOf = (tabs: Tabs, tab: Tab, signal: AbortSignal): Scene => ({
  tab,
  page: tab.page,
  tabs,
  signal,
});
