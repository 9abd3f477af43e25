import type { Page } from 'playwright';
import { preempt } from '../deadline/pre-empt.js';
import { AgentRedirectError } from '../errors/index.js';
import type { JsonValue } from '../wire/json.js';
import type { Observation } from '../wire/observation.js';
import type { Action } from './actions/action.js';
import { chooserRedirect, hasNewChooser } from './actions/chooser-redirect.js';
import { nameOf, withNotes } from './actions/name-action.js';
import { wait } from './actions/wait.js';
import type {
  Actuator,
  Box,
  BrowserRecorder,
  ClickOptions,
  GlanceOptions,
  NavigationOptions,
  PageNotes,
  RestOptions,
  ScrollDirection,
  ScrollOptions,
  SettleReport,
  TypeOptions,
} from './actuator.js';
import type { BrowserHandInput } from './browser-hand-input.js';
import { BrowserLife } from './browser-life.js';
import { CLOSE_BROWSER_MS } from './close-browser.js';
import { doAction } from './do-action.js';
import type { DownloadView } from './download-options.js';
import { glance, observe } from './observe.js';
import type { Recall } from './recall.js';
import { PageRecall } from './recalling/page-recall.js';
import { guarded } from './tabs/guarded.js';
import { inFront } from './tabs/in-front.js';
import { LastAction } from './tabs/last-action.js';
import { sceneOf } from './tabs/scene.js';
import { settleInFront } from './tabs/settle-in-front.js';
import type { Tab } from './tabs/tab.js';
import { lookAtWhole } from './whole-page.js';

const DEFAULT_GO_TO_URL_TIMEOUT_MS = 60_000;
/** How long what settled is still what is seen: settling ends in a look, handed on at once. */
const FRESH_MS = 150;

/** The Playwright actuator. Owns what it opened, from `start` to `stop`. */
export class BrowserHand implements Actuator {
  readonly stopTimeoutMs = CLOSE_BROWSER_MS;
  readonly recall: Recall = new PageRecall(() => this.#life.tabs);
  readonly #input: BrowserHandInput;
  readonly #life: BrowserLife;
  readonly #lastAction = new LastAction();
  #title: string | undefined;
  #seen: { observation: Observation; atMs: number; tab: Tab } | undefined;

  constructor(input: BrowserHandInput) {
    this.#input = input;
    this.#life = new BrowserLife(input);
  }

  get recorder(): BrowserRecorder | undefined {
    return this.#input.recorder;
  }

  get page(): Page {
    return this.#life.tabs.page;
  }

  get pages(): readonly Page[] {
    return this.#life.tabs.pages;
  }

  downloads(): Promise<readonly DownloadView[]> {
    return this.#input.downloads.all();
  }

  async start(signal: AbortSignal): Promise<void> {
    const { options, logger } = this.#input;
    await this.#life.open(signal);
    if (options.startingPage !== undefined) await this.goToUrl(options.startingPage, signal);
    logger.debug('The browser is ready');
  }

  stop(signal?: AbortSignal): Promise<void> {
    return this.#life.close(signal);
  }

  click(box: Box, options: ClickOptions, signal: AbortSignal): Promise<JsonValue | undefined> {
    return this.#act({ kind: 'click', box, options }, signal);
  }

  hover(box: Box, signal: AbortSignal): Promise<JsonValue | undefined> {
    return this.#act({ kind: 'hover', box }, signal);
  }

  scroll(
    direction: ScrollDirection,
    box: Box,
    options: ScrollOptions,
    signal: AbortSignal,
  ): Promise<JsonValue | undefined> {
    return this.#act({ kind: 'scroll', direction, box, options }, signal);
  }

  type(
    text: string,
    box: Box,
    options: TypeOptions,
    signal: AbortSignal,
  ): Promise<JsonValue | undefined> {
    return this.#act({ kind: 'type', text, box, options }, signal);
  }

  async goToUrl(
    url: string,
    signal: AbortSignal,
    by: 'agent' | 'program' = 'program',
    asked: NavigationOptions = {},
  ): Promise<JsonValue | undefined> {
    const tabs = this.#life.tabs;
    const { goToUrlTimeoutMs = DEFAULT_GO_TO_URL_TIMEOUT_MS } = this.#input.options;
    const timeoutMs = asked.timeoutMs ?? goToUrlTimeoutMs;
    // A crashed page stays crashed: going somewhere is the way out of it.
    if (tabs.isCrashed) await preempt(tabs.renew(), signal);
    return this.#act({ kind: 'goToUrl', url, timeoutMs, by, asked }, signal);
  }

  async wait(seconds: number, signal: AbortSignal): Promise<JsonValue | undefined> {
    if (seconds === 0) {
      await this.settle(signal);
      return undefined;
    }
    this.#seen = undefined;
    const tab = this.#life.tabs.active();
    return guarded(this.#life.tabs, tab, signal, async (either) => {
      await wait(seconds, either);
      return undefined;
    });
  }

  async expectChange(signal: AbortSignal): Promise<void> {
    const tab = this.#life.tabs.active();
    this.#seen = undefined;
    await this.#lastAction.begins(tab, signal);
  }

  async settle(
    signal: AbortSignal,
    { unseen = false, arrived }: RestOptions = {},
  ): Promise<SettleReport> {
    const tabs = this.#life.tabs;
    return settleInFront(tabs, signal, async (tab, either) => {
      let told: AgentRedirectError | undefined;
      const capture = () =>
        this.#look(tab, either).catch((error) => {
          // To a settler it is a picture that failed, and to the agent what it has to hear of.
          if (error instanceof AgentRedirectError) told ??= error;
          throw error;
        });
      const watched = unseen ? {} : { capture };
      const rest = await this.#lastAction.settle(tab, { signal: either, ...watched, arrived });
      const { captured, ...settled } = rest;
      if (told) throw told;
      await this.#life.residents.atRest(sceneOf(tabs, tab, either));
      if (captured) this.#seen = { observation: captured, atMs: Date.now(), tab };
      if (hasNewChooser(tab)) throw chooserRedirect();
      return settled;
    });
  }

  async observe(signal: AbortSignal, { unseen = false }: GlanceOptions = {}): Promise<Observation> {
    const tabs = this.#life.tabs;
    const seen = this.#seen;
    this.#seen = undefined;
    if (seen && seen.tab === tabs.active() && Date.now() - seen.atMs <= FRESH_MS)
      return seen.observation;
    try {
      return await inFront(tabs, signal, async (tab, either) => {
        await this.#life.residents.atRest(sceneOf(tabs, tab, either));
        return unseen ? glance(await tab.sessions()) : this.#look(tab, either);
      });
    } finally {
      tabs.told.pauseActing();
    }
  }

  takePageNotes(): PageNotes {
    return { title: this.#title, problems: this.#input.problems.take() };
  }

  async screenshot({ fullPage }: { fullPage: boolean }, signal: AbortSignal): Promise<string> {
    const tabs = this.#life.tabs;
    const seen = await inFront(tabs, signal, async (tab, either) => {
      const scene = sceneOf(tabs, tab, either);
      const look = () => this.#look(tab, either, false);
      return fullPage ? lookAtWhole(scene, look) : look();
    });
    return seen.screenshotBase64.slice(seen.screenshotBase64.indexOf(',') + 1);
  }

  async #look(tab: Tab, signal: AbortSignal, withDom = true): Promise<Observation> {
    const { options, config, masks } = this.#input;
    const captureDom = withDom && (options.captureDom ?? config.captureDom ?? false);
    return this.#life.residents.look(sceneOf(this.#life.tabs, tab, signal), async () => {
      const seen = await observe(await tab.sessions(), { captureDom, masks: masks() }, signal);
      this.#title = seen.title;
      return seen.observation;
    });
  }

  /** One action: the state before it is marked, and what happened beside it is told with its result. */
  async #act(action: Action, signal: AbortSignal): Promise<JsonValue | undefined> {
    const tabs = this.#life.tabs;
    const tab = tabs.active();
    this.#seen = undefined;
    tabs.told.begin(action.kind === 'goToUrl' ? action.by : 'agent', nameOf(action));
    const { boundary, options } = this.#input;
    const setting = {
      residents: this.#life.residents,
      lastAction: this.#lastAction,
      security: options.security ?? {},
      boundary,
    };
    const result = await guarded(tabs, tab, signal, (either) =>
      doAction(action, sceneOf(tabs, tab, either), setting),
    );
    return withNotes(tabs.told, action, result);
  }
}
