/**
 * What is asked of a page of the user's before it is known to be Playwright's. By shape, so that pages of
 * any version and any of its packages (`playwright`, `playwright-core`, `@playwright/test`) fit.
 */
export interface PlaywrightPage {
  context(): PlaywrightContext;
  isClosed(): boolean;
  url(): string;
}

/** The same of a context. */
export interface PlaywrightContext {
  newPage(): Promise<PlaywrightPage>;
  pages(): PlaywrightPage[];
  close(): Promise<void>;
}
