import type { Browser } from 'playwright';

/**
 * One Chromium for any number of sessions, each in a context of its own: no cookie, storage or cache
 * is shared. It is launched for the first session and closed with the last; when it crashes, every
 * session in it fails with `ActBrowserCrashedError`, and the next one to start launches it anew.
 */
export interface SharedBrowser {
  /**
   * For sessions: the browser and what is known of it, until `release` is called. The last one closes
   * it; where it does not close until `signal` is aborted, its process is ended.
   */
  acquire(): Promise<
    OpenBrowser & {
      /** Gives it back. `signal` is aborted when closing it has taken too long. */
      release: (signal?: AbortSignal) => Promise<void>;
    }
  >;
}

export interface OpenBrowser {
  browser: Browser;
  userAgent: string;
  /** CSS pixels of its windows; absent when it draws none. */
  windowSize?: { width: number; height: number } | undefined;
}
