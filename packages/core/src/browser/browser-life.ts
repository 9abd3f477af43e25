import { preempt } from '../deadline/pre-empt.js';
import { NotStartedError } from '../errors/index.js';
import type { BrowserHandInput } from './browser-hand-input.js';
import { closeBrowser } from './close-browser.js';
import type { BrowserHold } from './open/browser-hold.js';
import { openBrowser } from './open/open-browser.js';
import { Residents } from './residents/residents.js';
import { attachSettler } from './settle/attach-settler.js';
import { followBeginnings } from './settle/watch/beginnings.js';
import { popupPolicyOf } from './tabs/popups.js';
import { sceneOf } from './tabs/scene.js';
import { Tabs } from './tabs/tabs.js';

/** The browser of a hand, with its tabs and those who live in it, from its opening to its end. */
export class BrowserLife {
  readonly residents: Residents;
  readonly #input: BrowserHandInput;
  readonly #late: Promise<unknown>[] = [];
  readonly #ended = new AbortController();
  #hold: BrowserHold | undefined;
  #tabs: Tabs | undefined;
  #opening: Promise<void> | undefined;
  #closing: Promise<void> | undefined;

  constructor(input: BrowserHandInput) {
    this.#input = input;
    this.residents = new Residents(input.residents);
  }

  /** @throws NotStartedError before it is open and once it closes */
  get tabs(): Tabs {
    if (this.#tabs && !this.#closing) return this.#tabs;
    throw new NotStartedError('The browser is not open: call start() first.');
  }

  /** Rejects with the reason of `signal` when that is aborted, or the browser is closed meanwhile. */
  open(signal: AbortSignal): Promise<void> {
    const either = AbortSignal.any([signal, this.#ended.signal]);
    // A stop waits for the opening itself, a moment longer: what it has opened is known when it is over.
    this.#opening = this.#open(either);
    return preempt(this.#opening, either);
  }

  /** Closes what was opened, once. When `hurry` is aborted it takes seconds at most. @throws StopFailedError */
  close(hurry?: AbortSignal): Promise<void> {
    this.#ended.abort(new NotStartedError('The browser was closed while it was opened.'));
    const opened = () => ({
      hold: this.#hold,
      tabs: this.#tabs,
      residents: this.residents,
      late: this.#late,
    });
    const { clock } = this.#input;
    this.#closing ??= closeBrowser(Promise.resolve(this.#opening), opened, { clock, hurry });
    return this.#closing;
  }

  async #open(signal: AbortSignal): Promise<void> {
    const { options, config, viewport, dialogPolicy, boundary, downloads, clock, logger, saved } =
      this.#input;
    const late = (closing: Promise<unknown>) => {
      // Told by the stop that waits for it; until then nobody listens.
      closing.catch(() => undefined);
      this.#late.push(closing);
    };
    const hold = await openBrowser({
      options,
      config,
      viewport,
      clock,
      logger,
      saved,
      signal,
      late,
    });
    this.#hold = hold;
    const mode = options.settle ?? 'events';
    const followScheduling = options.followScheduling ?? true;
    // What is put into a context is not taken out of its documents again: into a borrowed one it is not put.
    const isFollowed = hold.ownsContext && mode === 'events' && followScheduling;
    const following = isFollowed ? followBeginnings(hold.context) : undefined;
    const tabs = new Tabs(hold, {
      dialogPolicy,
      boundary,
      onDownload: (download) => downloads.take(download),
      popups: popupPolicyOf(options),
      // In a document the script of the beginnings runs first only if it was there first.
      attachSettler: async (page, isEffect) =>
        attachSettler(page, { mode, followScheduling, isEffect, beginnings: await following }),
    });
    this.#tabs = tabs;
    const tab = tabs.active();
    // Needed for the first action; if it fails, it is tried again then. A page of the user's is left as it
    // is until it is acted upon.
    if (hold.ownsContext) void tab.settler();
    await Promise.all([
      this.residents.moveIn(hold, sceneOf(tabs, tab, signal)),
      following && preempt(following, signal),
    ]);
  }
}
