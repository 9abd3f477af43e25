import type { Download, Page } from 'playwright';
import { preempt } from '../../deadline/pre-empt.js';
import {
  ActActuationError,
  ActBrowserCrashedError,
  AgentRedirectError,
} from '../../errors/index.js';
import { redactUrl } from '../../errors/redact-url.js';
import type { PopupAnswer } from '../browser-options.js';
import { browserError } from '../open/browser-error.js';
import type { BrowserHold } from '../open/browser-hold.js';
import { closePage } from '../open/close-page.js';
import { FileTabs } from './file-tabs.js';
import { OpeningTabs } from './opening-tabs.js';
import { OwnFrames } from './own-frames.js';
import { type PopupPolicy, popupView } from './popups.js';
import { TAB_CLOSED, Tab, type TabOptions } from './tab.js';
import { Told } from './told.js';

export type TabsOptions = Omit<TabOptions, 'told'> & { readonly popups: PopupPolicy };

/**
 * The pages of one session. The one acted upon is the newest: a popup or new tab takes over as it
 * opens, unless it is to stay behind, and when it closes the one before it is back.
 */
export class Tabs {
  readonly #hold: BrowserHold;
  readonly #options: TabsOptions;
  readonly #tabs: Tab[] = [];
  readonly #undo: (() => void)[] = [];
  readonly #renewed = new Set<Page>();
  /** Which frames of the browser are this session's. */
  readonly frames: OwnFrames;
  readonly opening: OpeningTabs;
  readonly told = new Told();
  readonly #fileTabs: FileTabs;
  /** Questions whether a tab is to be followed, while they are open. */
  readonly #asked = new Set<Promise<void>>();
  #contextClosed = false;
  #last: Tab;

  constructor(hold: BrowserHold, options: TabsOptions) {
    this.#hold = hold;
    this.#options = options;
    this.frames = new OwnFrames(hold);
    this.opening = new OpeningTabs(hold, (target) => this.frames.opens(target));
    const { context } = hold;
    this.#fileTabs = new FileTabs(context, (page) =>
      this.#tabs.some((tab) => tab.page === page && tab.isNew),
    );
    this.#undo.push(this.#fileTabs.watch());
    const onContextClose = () => {
      this.#contextClosed = true;
    };
    context.on('close', onContextClose);
    this.#undo.push(() => context.off('close', onContextClose));
    if (hold.ownsContext) {
      const onPage = (page: Page) => this.#welcome(page);
      context.on('page', onPage);
      this.#undo.push(() => context.off('page', onPage));
      for (const page of context.pages()) if (page !== hold.page) this.#adopt(page, false);
    }
    this.#last = this.#adopt(hold.page, false);
  }

  /** Whether the browser may be on another machine: it was connected to, or somebody else has opened it. */
  get mayBeElsewhere(): boolean {
    return this.#hold.place !== undefined || !this.#hold.ownsContext;
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

  /** Takes a tab from the front that is about to be closed. */
  leave(tab: Tab): void {
    const at = this.#tabs.indexOf(tab);
    if (at >= 0) this.#tabs.splice(at, 1);
    void tab.detach();
  }

  /** A fresh tab in place of one that crashed or was closed. @throws ActBrowserCrashedError, ActActuationError */
  async renew(): Promise<Tab> {
    const page = await this.#openPage();
    this.#renewed.add(page);
    const crashed = this.#tabs.filter(({ lost }) => lost.aborted);
    const closable = crashed.filter(
      (tab) => !(this.#hold.borrowedPage && tab.page === this.#hold.page),
    );
    await Promise.allSettled(closable.map((tab) => closePage(tab.page)));
    return this.#tabs.find((tab) => tab.page === page) ?? this.#adopt(page, false);
  }

  /** Waits for tabs that only open, when they are to be followed. True when there was one. */
  async opened(signal: AbortSignal): Promise<boolean> {
    const waited = await this.opening.settled(signal);
    await preempt(Promise.all(this.#asked), signal);
    return waited;
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
    await Promise.allSettled(extra.map((tab) => closePage(tab.page)));
  }

  async #openPage(): Promise<Page> {
    try {
      return await this.#hold.context.newPage();
    } catch (error) {
      throw this.#browserGone() ? this.#allGone() : browserError(error);
    }
  }

  /** A tab can be closed again before it is heard of. */
  #welcome(page: Page): void {
    void this.opening.arrived(page);
    if (page.isClosed() || this.#tabs.some((tab) => tab.page === page)) return;
    const answer = this.#options.popups(popupView(page, this.#tabs.at(-1)?.page));
    const tab = this.#adopt(page, true);
    this.#fileTabs.arrived();
    if (typeof answer === 'string') {
      this.#place(tab, answer);
      return;
    }
    this.#move(tab, 'stay');
    const asked = answer.then((late) => {
      this.#asked.delete(asked);
      this.#place(tab, late);
    });
    this.#asked.add(asked);
  }

  #place(tab: Tab, answer: PopupAnswer): void {
    this.#move(tab, answer);
    const where = answer === 'follow' ? 'is in front now' : 'stays behind';
    this.told.tell(`A new tab was opened and ${where}.`);
  }

  /** To the front, or right behind what is there. */
  #move(tab: Tab, answer: PopupAnswer): void {
    const at = this.#tabs.indexOf(tab);
    if (at < 0) return;
    this.#tabs.splice(at, 1);
    const behind = Math.max(0, this.#tabs.length - 1);
    this.#tabs.splice(answer === 'follow' ? this.#tabs.length : behind, 0, tab);
  }

  #adopt(page: Page, isNew: boolean): Tab {
    const known = this.#tabs.find((tab) => tab.page === page);
    if (known) return known;
    const onDownload = (download: Download) => {
      this.#options.onDownload(download);
      this.#fileTabs.saving(download.url());
    };
    const tab = new Tab(page, { ...this.#options, onDownload, told: this.told }, isNew);
    this.#tabs.push(tab);
    this.frames.add(tab);
    // What is there already was opened by the program.
    if (!isNew) this.#options.boundary.programOpens(page.url());
    this.#last = tab;
    tab.lost.addEventListener('abort', () => this.#onLost(tab), { once: true });
    if (!this.#hold.ownsContext) {
      const onPopup = (popup: Page) => this.#welcome(popup);
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
    if (this.#tabs.length > 0) this.told.tell('A tab was closed.');
    void tab.detach();
  }

  #browserGone(): boolean {
    return this.#contextClosed || this.#hold.context.browser()?.isConnected() === false;
  }

  #allGone(): Error {
    return this.#browserGone()
      ? new ActBrowserCrashedError(goneText(this.#hold.place))
      : new ActActuationError('The last tab of this session was closed');
  }
}

function goneText(place: string | undefined): string {
  if (place === undefined) return 'The browser has gone away: it crashed or was closed';
  return `The connection to the browser at ${place} was lost: it was closed there, it crashed, or the network failed`;
}
