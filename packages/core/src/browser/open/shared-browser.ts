import type { Browser } from 'playwright';
import { readConfig } from '../../config.js';
import { type LaunchChoice, launchBrowser } from './launch.js';
import { userAgentOf } from './user-agent.js';

/** Options of the one browser that the sessions share. */
export type SharedBrowserOptions = Omit<LaunchChoice, 'proxy'>;

/**
 * One Chromium for any number of sessions, each in a context of its own: no cookie, storage or cache
 * is shared. It is launched for the first session and closed with the last; when it crashes, every
 * session in it fails with `ActBrowserCrashedError`, and the next one to start launches it anew.
 */
export interface SharedBrowser {
  /** For sessions: the browser and its user agent, until `release` is called. */
  acquire(): Promise<{ browser: Browser; userAgent: string; release: () => Promise<void> }>;
}

interface Shared {
  users: number;
  opening: Promise<{ browser: Browser; userAgent: string }>;
}

/** Nothing is launched before a session starts. */
export function sharedBrowser(options: SharedBrowserOptions = {}): SharedBrowser {
  let current: Shared | undefined;
  const open = async () => {
    const browser = await launchBrowser(options, readConfig());
    return { browser, userAgent: await userAgentOf(browser) };
  };
  const leave = async (shared: Shared) => {
    shared.users--;
    if (shared.users > 0) return;
    if (current === shared) current = undefined;
    const opened = await shared.opening;
    await opened.browser.close();
  };
  return {
    async acquire() {
      current ??= { users: 0, opening: open() };
      const shared = current;
      shared.users++;
      try {
        const opened = await shared.opening;
        if (opened.browser.isConnected()) {
          let released: Promise<void> | undefined;
          return {
            ...opened,
            release: () => {
              released ??= leave(shared);
              return released;
            },
          };
        }
      } catch (error) {
        shared.users--;
        if (current === shared) current = undefined;
        throw error;
      }
      // It crashed since: those who were in it have their errors, this one gets a new one.
      shared.users--;
      if (current === shared) current = undefined;
      return this.acquire();
    },
  };
}
