import type { BrowserContext, Page } from 'playwright';

/** A browser, context or page in hand, with the one way to give it back. */
export interface BrowserHold {
  readonly context: BrowserContext;
  /** The page to begin with. */
  readonly page: Page;
  /** Every page of the context is this session's, not only the first and what it opens. */
  readonly ownsContext: boolean;
  /** The page was there before and stays: it is left as it was found. */
  readonly borrowedPage: boolean;
  /** Closes what was opened for this hold, and nothing else. */
  release(): Promise<void>;
}
