import type { Page } from 'playwright';
import type { SecurityOptions } from '../browser-options.js';
import type { FrameSessions } from '../frames/frame-sessions.js';
import type { Tab } from '../tabs/tab.js';

/** What an action works with: one tab, and the signal that it looks at before everything it does. */
export interface Hand {
  readonly tab: Tab;
  readonly page: Page;
  readonly sessions: FrameSessions;
  readonly signal: AbortSignal;
  readonly security: SecurityOptions;
}
