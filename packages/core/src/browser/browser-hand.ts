import type { Page } from 'playwright';
import type { Config } from '../config.js';
import { preempt } from '../deadline/pre-empt.js';
import { NotStartedError } from '../errors/index.js';
import type { Logger } from '../logger.js';
import type { JsonValue } from '../wire/json.js';
import type { Observation } from '../wire/observation.js';
import { chooserRedirect, hasNewChooser } from './actions/chooser-redirect.js';
import { click } from './actions/click.js';
import { checkArrival, goToUrl } from './actions/go-to-url.js';
import type { Hand } from './actions/hand.js';
import { hover } from './actions/hover.js';
import { scroll } from './actions/scroll.js';
import { type } from './actions/type/type.js';
import { wait } from './actions/wait.js';
import type {
  Actuator,
  Box,
  ClickOptions,
  ScrollDirection,
  ScrollOptions,
  SettleReport,
  TypeOptions,
} from './actuator.js';
import type { BrowserOptions } from './browser-options.js';
import { closeBrowser } from './close-browser.js';
import { evaluateIn, releaseHandles } from './frames/evaluate.js';
import { observe } from './observe.js';
import type { BrowserHold } from './open/browser-hold.js';
import { openBrowser } from './open/open-browser.js';
import { checkViewport, type Size } from './screen.js';
import { attachSettler } from './settle/attach-settler.js';
import type { SettleMark } from './settle/settler.js';
import { blockUrls } from './tabs/block-urls.js';
import type { DialogPolicy } from './tabs/dialogs.js';
import { guarded } from './tabs/guarded.js';
import type { Tab } from './tabs/tab.js';
import { Tabs } from './tabs/tabs.js';

export interface BrowserHandInput {
  readonly options: BrowserOptions;
  readonly config: Config;
  readonly logger: Logger;
  readonly viewport: Size;
  readonly dialogPolicy: DialogPolicy;
}

const DEFAULT_GO_TO_URL_TIMEOUT_MS = 60_000;
/** How long what settled is still what is seen: settling ends in a look, handed on at once. */
const FRESH_MS = 150;

/** The Playwright actuator. Owns what it opened, from `start` to `stop`. */
export class BrowserHand implements Actuator {
  readonly #input: BrowserHandInput;
  readonly #closing: Promise<unknown>[] = [];
  #hold: BrowserHold | undefined;
  #tabs: Tabs | undefined;
  #unblock: (() => Promise<void>) | undefined;
  #stopping: Promise<void> | undefined;
  /** The state before the last action, and the tab it was done in. */
  #mark: { tab: Tab; mark: SettleMark } | undefined;
  #seen: { observation: Observation; atMs: number; tab: Tab } | undefined;

  constructor(input: BrowserHandInput) {
    this.#input = input;
  }

  get page(): Page {
    return this.#running().page;
  }

  get pages(): readonly Page[] {
    return this.#running().pages;
  }

  async start(signal: AbortSignal): Promise<void> {
    const { options, config, viewport, logger, dialogPolicy } = this.#input;
    this.#hold = await openBrowser({
      options,
      config,
      viewport,
      signal,
      late: (closing) => this.#closing.push(closing),
    });
    const tabs = new Tabs(this.#hold, {
      dialogPolicy,
      attachSettler: (page) =>
        attachSettler(page, {
          mode: options.settle ?? 'events',
          followScheduling: options.followScheduling ?? true,
        }),
    });
    this.#tabs = tabs;
    if (this.#hold.borrowedPage) await this.#checkBorrowed(tabs.active(), signal);
    this.#unblock = await blockUrls(this.#hold, options.security ?? {});
    if (options.startingPage !== undefined) await this.goToUrl(options.startingPage, signal);
    logger.debug('The browser is ready');
  }

  stop(): Promise<void> {
    this.#stopping ??= closeBrowser({
      hold: this.#hold,
      tabs: this.#tabs,
      unblock: this.#unblock,
      late: this.#closing,
      browserSession: this.#input.options.browserSession,
    });
    return this.#stopping;
  }

  click(box: Box, options: ClickOptions, signal: AbortSignal): Promise<JsonValue | undefined> {
    return this.#act(signal, (hand) => click(hand, box, options));
  }

  hover(box: Box, signal: AbortSignal): Promise<JsonValue | undefined> {
    return this.#act(signal, (hand) => hover(hand, box));
  }

  scroll(
    direction: ScrollDirection,
    box: Box,
    options: ScrollOptions,
    signal: AbortSignal,
  ): Promise<JsonValue | undefined> {
    return this.#act(signal, (hand) => scroll(hand, direction, box, options));
  }

  type(
    text: string,
    box: Box,
    options: TypeOptions,
    signal: AbortSignal,
  ): Promise<JsonValue | undefined> {
    return this.#act(signal, (hand) => type(hand, text, box, options));
  }

  async goToUrl(url: string, signal: AbortSignal): Promise<JsonValue | undefined> {
    const tabs = this.#running();
    const timeoutMs = this.#input.options.goToUrlTimeoutMs ?? DEFAULT_GO_TO_URL_TIMEOUT_MS;
    // A crashed page stays crashed: going somewhere is the way out of it.
    if (tabs.isCrashed) await preempt(tabs.renew(), signal);
    return this.#act(signal, (hand) => goToUrl(hand, url, timeoutMs));
  }

  async wait(seconds: number, signal: AbortSignal): Promise<JsonValue | undefined> {
    if (seconds === 0) {
      await this.settle(signal);
      return undefined;
    }
    this.#seen = undefined;
    const tab = this.#running().active();
    return guarded(this.#running(), tab, signal, async (either) => {
      await wait(seconds, either);
      return undefined;
    });
  }

  async settle(signal: AbortSignal): Promise<SettleReport> {
    const tabs = this.#running();
    const tab = tabs.active();
    const report = await guarded(tabs, tab, signal, async (either) => {
      const settler = await tab.settler();
      // A tab that opened since has no mark of its own: all of it is an effect.
      const mark = this.#mark?.tab === tab ? this.#mark.mark : await settler.mark(either);
      const capture = () => this.#look(tab, either);
      const { captured, ...settled } = await settler.settle(mark, { signal: either, capture });
      if (captured) this.#seen = { observation: captured, atMs: Date.now(), tab };
      await checkArrival({ page: tab.page, signal: either, security: this.#security });
      return settled;
    });
    if (hasNewChooser(tab)) throw chooserRedirect();
    return report;
  }

  async observe(signal: AbortSignal): Promise<Observation> {
    const tabs = this.#running();
    const tab = tabs.active();
    const seen = this.#seen;
    this.#seen = undefined;
    if (seen?.tab === tab && Date.now() - seen.atMs <= FRESH_MS) return seen.observation;
    return guarded(tabs, tab, signal, async (either) => {
      await checkArrival({ page: tab.page, signal: either, security: this.#security });
      return this.#look(tab, either);
    });
  }

  get #security() {
    return this.#input.options.security ?? {};
  }

  async #look(tab: Tab, signal: AbortSignal): Promise<Observation> {
    const { options, config } = this.#input;
    const captureDom = options.captureDom ?? config.captureDom ?? false;
    return observe(await tab.sessions(), { captureDom }, signal);
  }

  /** One action: the state before it is marked, and what happened beside it is told with its result. */
  async #act(
    signal: AbortSignal,
    work: (hand: Hand) => Promise<JsonValue>,
  ): Promise<JsonValue | undefined> {
    const tabs = this.#running();
    const tab = tabs.active();
    this.#seen = undefined;
    const result = await guarded(tabs, tab, signal, async (either) => {
      const [sessions, settler] = await Promise.all([tab.sessions(), tab.settler()]);
      this.#mark = { tab, mark: await settler.mark(either) };
      either.throwIfAborted();
      sessions.refresh();
      const hand = { tab, page: tab.page, sessions, signal: either, security: this.#security };
      try {
        return await work(hand);
      } finally {
        releaseHandles(sessions.main);
      }
    });
    const notes = tabs.takeNotes();
    if (notes.length === 0 || result === null || typeof result !== 'object') return result;
    return { ...result, notes };
  }

  #running(): Tabs {
    if (this.#tabs && !this.#stopping) return this.#tabs;
    throw new NotStartedError('The browser is not open: call start() first.');
  }

  /** A borrowed page is used at the size it has. */
  async #checkBorrowed(tab: Tab, signal: AbortSignal): Promise<void> {
    const { options, logger } = this.#input;
    const frame = await (await tab.sessions()).mainFrame();
    const size = await preempt(evaluateIn(frame, viewportSize), signal);
    checkViewport(size, options.screen?.allowUntested ?? false, logger, 'page');
  }
}

/** Self-contained: runs in the page. */
function viewportSize(): Size {
  return { width: innerWidth, height: innerHeight };
}
