import { preempt } from '../../deadline/pre-empt.js';
import { parseUrl } from '../../parse-url.js';
import type { Asking, TargetInfo } from '../boundary/guard-requests.js';
import type { BrowserHold } from '../open/browser-hold.js';
import type { Tab } from './tab.js';

/** For a page to say which frames it has; one that hangs counts as the one that asked. */
const ANSWER_TIMEOUT_MS = 2_000;

/** Tells the frames of this session from those of others in the same browser. */
export class OwnFrames {
  readonly #hold: BrowserHold;
  readonly #tabs = new Set<Tab>();
  /** Also of pages that are closed: what they opened is still of this session. */
  readonly #pages = new Map<string, Tab>();
  #contextId: string | undefined;

  constructor(hold: BrowserHold) {
    this.#hold = hold;
  }

  /** Takes a tab of the session in. Never throws: a tab may be gone before it is asked. */
  add(tab: Tab): void {
    this.#tabs.add(tab);
    tab.lost.addEventListener('abort', () => this.#tabs.delete(tab), { once: true });
    if (!this.#hold.ownsBrowser) void this.#identify(tab);
  }

  /** Whether a tab that opens is of this session. */
  opens({ openerId, browserContextId }: { openerId?: string; browserContextId?: string }): boolean {
    if (this.#hold.ownsBrowser) return true;
    if (this.#hold.ownsContext) return browserContextId === this.#contextId;
    return this.#pages.has(openerId ?? '');
  }

  /** Whether a page of ours holds nothing yet: a tab that only opens. It is marked as one to pass over. */
  async dismisses({ targetId, openerId, url }: TargetInfo): Promise<boolean> {
    await this.#identifyAll();
    const tab = this.#pages.get(targetId);
    const isNew =
      tab === undefined ||
      tab.page.url() === '' ||
      (url === 'about:blank' && openerId !== undefined);
    if (tab && isNew) tab.dismissed = true;
    return isNew;
  }

  async asks({ frameId, target, referer }: Asking): Promise<boolean> {
    if (this.#hold.ownsBrowser) return true;
    await this.#identifyAll();
    // Nobody sees a page that is only prepared, and it is asked for again when it is opened.
    if (target?.subtype !== undefined) return true;
    if (this.#hold.ownsContext && target) return target.browserContextId === this.#contextId;
    if (target?.type === 'page') {
      if (this.#pages.has(target.targetId) || this.#pages.has(target.openerId ?? '')) return true;
      return this.#isOrphanOfOurs(target, referer);
    }
    const answers = [...this.#tabs].map((tab) => holdsFrame(tab, frameId));
    return (await Promise.all(answers)).includes(true);
  }

  /**
   * A tab that a click with a modifier opens has no opener: only its referrer tells whose it is. It asks
   * before its first document is there, or just after. One that a program sends somewhere has that address.
   */
  #isOrphanOfOurs(target: TargetInfo, referer: string | undefined): boolean {
    const holdsNothing = target.url === '' || target.url === 'about:blank';
    const isOrphan = target.openerId === undefined && holdsNothing;
    if (!isOrphan || target.browserContextId !== this.#contextId) return false;
    const origin = parseUrl(referer ?? '')?.origin;
    if (origin === undefined) return true;
    const frames = [...this.#tabs].flatMap(({ page }) => page.frames());
    return frames.some((frame) => frame.url().startsWith(`${origin}/`));
  }

  async #identifyAll(): Promise<void> {
    await Promise.all([...this.#tabs].map((tab) => this.#identify(tab)));
  }

  async #identify(tab: Tab): Promise<void> {
    try {
      const { main } = await tab.sessions();
      const { targetInfo } = await main.send('Target.getTargetInfo');
      this.#pages.set(targetInfo.targetId, tab);
      this.#contextId ??= targetInfo.browserContextId;
    } catch {
      // It is gone.
    }
  }
}

async function holdsFrame(tab: Tab, frameId: string): Promise<boolean> {
  const asking = async () => (await tab.sessions()).holds(frameId);
  const timeout = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  try {
    return await preempt(asking(), timeout);
  } catch {
    return timeout.aborted;
  }
}
