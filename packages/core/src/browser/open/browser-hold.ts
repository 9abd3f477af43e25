import type { BrowserContext, Page } from 'playwright';

/** A browser, context or page in hand, with the one way to give it back. */
export interface BrowserHold {
  readonly context: BrowserContext;
  /** The page to begin with. */
  readonly page: Page;
  /** Every page of the context is this session's, not only the first and what it opens. */
  readonly ownsContext: boolean;
  /** The browser was launched for this session: there is no page in it that is somebody else's. */
  readonly ownsBrowser: boolean;
  /** The page was there before and stays: it is left as it was found. */
  readonly borrowedPage: boolean;
  /** Where a browser is that is connected to, as it may be shown: `wss://host`. */
  readonly place?: string;
  /**
   * Closes what was opened for this hold, and nothing else. What is not closed until `signal` is aborted
   * is let go: the process of a browser that was launched for it is ended.
   */
  release(signal: AbortSignal): Promise<void>;
  /** Ends a browser that somebody else has started for this hold; after its release, or at any time. */
  end?(signal: AbortSignal): Promise<void>;
}
