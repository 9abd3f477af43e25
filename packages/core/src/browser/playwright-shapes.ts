/**
 * What is asked of a page of the user's before it is known to be Playwright's. By shape, so that pages of
 * any version and any of its packages (`playwright`, `playwright-core`, `@playwright/test`) fit.
 */
export interface PlaywrightPage {
  /** The context that the page is in: tabs that it opens are there too. */
  context(): PlaywrightContext;
  /** Whether it is closed; one that is cannot be acted upon. */
  isClosed(): boolean;
  /** Its address, as the browser shows it. */
  url(): string;
}

/** The same of a context. */
export interface PlaywrightContext {
  /** Opens a page in it. */
  newPage(): Promise<PlaywrightPage>;
  /** All of its open pages. */
  pages(): PlaywrightPage[];
  /** Closes it with its pages. */
  close(): Promise<void>;
}
