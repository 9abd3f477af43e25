import type { CDPSession, Page } from 'playwright';

/** One kind of page: what is done to it, and what must be visible once its effects are at rest. */
export interface SettlePage {
  /** Unique; reads after "settles on a page where the action …". */
  name: string;
  /** Inside of `<main>`. */
  html?: string;
  /** The page's script; see `shell.ts` for what it may use. */
  script?: string;
  /** In front of everything else in the document. */
  head?: string;
  headers?: Record<string, string>;
  /** True in the page once its own business has begun (tickers, sockets, loops). */
  ready?: string;
  /** Done first, each settled by itself: what is learnt then must not lie later. */
  before?: readonly ((page: Page) => Promise<void>)[];
  /** Default: clicks `#go`. */
  act?: (page: Page) => Promise<void>;
  /** True in the page once the final content is there. Default: `#out` says `done`. */
  isFinal?: string | ((page: Page) => Promise<boolean>);
}

export const saysDone = `document.getElementById('out')?.textContent === 'done'`;

/** Asks over a session of its own: Playwright's helpers do not live through every page. */
export const isFinal = async (
  session: CDPSession,
  page: Page,
  kind: SettlePage,
): Promise<boolean> => {
  if (typeof kind.isFinal === 'function') return kind.isFinal(page);
  const expression = kind.isFinal ?? saysDone;
  const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
  return result.value === true;
};

export const act = (page: Page, kind: SettlePage): Promise<void> =>
  kind.act ? kind.act(page) : page.mouse.click(40, 20);

/** For a text inside a URL inside quotes of either kind. */
export const inUrl = (text: string): string => encodeURIComponent(text).replaceAll("'", '%27');
