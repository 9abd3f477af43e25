import type { Page } from 'playwright';
import {
  ActActuationError,
  ActBrowserCrashedError,
  AgentRedirectError,
} from '../../errors/index.js';
import { redactUrl } from '../../errors/redact-url.js';
import type { BrowserHold } from '../open/browser-hold.js';
import { TAB_CLOSED, Tab, type TabOptions } from './tab.js';

/**
 * The pages of one session. The one acted upon is the newest: a popup or new tab takes over as it
 * opens, and when it closes the one before it is back.
 */
export class Tabs {
  readonly #hold: BrowserHold;
  readonly #options: Omit<TabOptions, 'note'>;
  readonly #tabs: Tab[] = [];
  readonly #undo: (() => void)[] = [];
  readonly #renewed = new Set<Page>();
  #notes: string[] = [];
  #contextClosed = false;
  #last: Tab;

  constructor(hold: BrowserHold, options: Omit<TabOptions, 'note'>) {
    this.#hold = hold;
    this.#options = options;
    const { context } = hold;
    const onContextClose = () => {
      this.#contextClosed = true;
    };
    context.on('close', onContextClose);
    this.#undo.push(() => context.off('close', onContextClose));
    if (hold.ownsContext) {
      const onPage = (page: Page) => this.#adopt(page, true);
      context.on('page', onPage);
      this.#undo.push(() => context.off('page', onPage));
      for (const page of context.pages()) if (page !== hold.page) this.#adopt(page, false);
    }
    this.#last = this.#adopt(hold.page, false);
  }

  get pages(): readonly Page[] {
    return this.#tabs.map((tab) => tab.page);
  }

  /** The tab acted upon. @throws ActBrowserCrashedError, ActActuationError when none is left */
  active(): Tab {
    const tab = this.#tabs.at(-1);
    if (!tab) throw this.#allGone();
    if (tab.lost.reason instanceof ActBrowserCrashedError) throw tab.lost.reason;
    return tab;
  }

  get isCrashed(): boolean {
    return this.#tabs.at(-1)?.lost.aborted ?? true;
  }

  /** The page of the active tab, or the last one there was. */
  get page(): Page {
    return (this.#tabs.at(-1) ?? this.#last).page;
  }

  /** A fresh tab in place of one that crashed or was closed. */
  async renew(): Promise<Tab> {
    const page = await this.#hold.context.newPage();
    this.#renewed.add(page);
    const crashed = this.#tabs.filter(({ lost }) => lost.aborted);
    const closable = crashed.filter(
      (tab) => !(this.#hold.borrowedPage && tab.page === this.#hold.page),
    );
    await Promise.allSettled(closable.map((tab) => tab.page.close()));
    return this.#tabs.find((tab) => tab.page === page) ?? this.#adopt(page, false);
  }

  /** What the agent should be told of, since this was last called. */
  takeNotes(): string[] {
    const notes = this.#notes;
    this.#notes = [];
    return notes;
  }

  /** Why an action on this tab failed, when the tab is lost. */
  async lossOf(tab: Tab): Promise<Error> {
    const { reason } = tab.lost;
    if (reason !== TAB_CLOSED && reason instanceof Error) return reason;
    // A browser that goes away closes its pages first; what closed them is heard a moment later.
    await new Promise((resolve) => setImmediate(resolve));
    const next = this.#tabs.at(-1);
    if (!next || this.#browserGone()) return this.#allGone();
    return new AgentRedirectError(
      `The tab was closed while it was acted upon. The tab at ${redactUrl(next.page.url())} is in front now: look again.`,
    );
  }

  /** Takes everything off the pages, and closes those that came of ours in a borrowed context. */
  async detach(): Promise<void> {
    for (const undo of this.#undo.splice(0)) undo();
    const tabs = this.#tabs.splice(0);
    await Promise.allSettled(tabs.map((tab) => tab.detach()));
    const { ownsContext, borrowedPage, page } = this.#hold;
    const ours = tabs.filter((tab) => this.#renewed.has(tab.page) || !borrowedPage);
    const extra = ownsContext ? [] : ours.filter((tab) => tab.page !== page);
    await Promise.allSettled(extra.map((tab) => tab.page.close()));
  }

  #adopt(page: Page, isNew: boolean): Tab {
    const known = this.#tabs.find((tab) => tab.page === page);
    if (known) return known;
    const tab = new Tab(page, { ...this.#options, note: (text) => this.#notes.push(text) });
    this.#tabs.push(tab);
    this.#last = tab;
    if (isNew) this.#notes.push('A new tab was opened and is in front now.');
    tab.lost.addEventListener('abort', () => this.#onLost(tab), { once: true });
    if (!this.#hold.ownsContext) {
      const onPopup = (popup: Page) => this.#adopt(popup, true);
      page.on('popup', onPopup);
      this.#undo.push(() => page.off('popup', onPopup));
    }
    return tab;
  }

  #onLost(tab: Tab): void {
    // A crashed tab stays in front, so that the next act hears of it too.
    if (tab.lost.reason !== TAB_CLOSED) return;
    const at = this.#tabs.indexOf(tab);
    if (at >= 0) this.#tabs.splice(at, 1);
    if (this.#tabs.length > 0) this.#notes.push('A tab was closed.');
    void tab.detach();
  }

  #browserGone(): boolean {
    return this.#contextClosed || this.#hold.context.browser()?.isConnected() === false;
  }

  #allGone(): Error {
    return this.#browserGone()
      ? new ActBrowserCrashedError('The browser has gone away: it crashed or was closed')
      : new ActActuationError('The last tab of this session was closed');
  }
}
