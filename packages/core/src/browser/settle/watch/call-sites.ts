import { limits } from '../limits.js';

interface CallSite {
  /** Requests begun while nothing was being done to the page. */
  idle: number;
  idleFirstAtMs: number;
  idleLastAtMs: number;
  /** Begun since the mark, each some time after the one before had ended. */
  polls: number;
  /** … and those of them that asked for something else than the one before. */
  pages: number;
  lastVariant: string;
  open: number;
  /** For how long, since the mark, an answer was waited for. */
  askingMs: number;
  lastEndAtMs: number;
  /** Was left without an answer for longer than anything is waited for. */
  hangs: boolean;
}

/** How many are remembered. */
const most = 2_000;

/**
 * Remembers what each place in a page's code is in the habit of asking for: a rhythm of its own while
 * nothing is done to the page, polls that an action began, requests that are held open.
 */
export class CallSites {
  readonly #sites = new Map<string, CallSite>();
  #armedAtMs = 0;
  #lateMs = 0;

  arm(atMs: number): void {
    this.#armedAtMs = atMs;
    this.#lateMs = 0;
    for (const site of this.#sites.values()) {
      site.polls = 0;
      site.pages = 0;
      site.askingMs = 0;
    }
  }

  /** The page is so late, since the mark, with all that it does. */
  late(ms: number): void {
    this.#lateMs = ms;
  }

  begunIdle(key: string, atMs: number): void {
    const site = this.#of(key);
    site.open += 1;
    if (atMs - site.idleLastAtMs > limits.rhythmEndsMs) {
      site.idle = 0;
      site.idleFirstAtMs = atMs;
    }
    site.idle += 1;
    site.idleLastAtMs = atMs;
  }

  /** Notes a request since the mark, and says whether it is the page's own business. */
  begunArmed(key: string, atMs: number, variant: string): boolean {
    const site = this.#of(key);
    site.open += 1;
    const isLater = site.lastEndAtMs > 0 && atMs - site.lastEndAtMs > limits.pollGapMs;
    if (isLater && site.open === 1) {
      if (variant === site.lastVariant) site.polls += 1;
      else site.pages += 1;
    }
    site.lastVariant = variant;
    // A slow server is asked no more often for that, nor does a page that is busy ask more often.
    const pollingMs = atMs - this.#armedAtMs - site.askingMs - this.#lateMs;
    const isPoll = site.polls >= limits.pollRequests && pollingMs > limits.pollUntilMs;
    const isEndless = site.pages >= limits.pagesOfOneAnswer;
    return site.hangs || isPoll || isEndless || this.#hasRhythm(site);
  }

  ended(key: string, startedAtMs: number, atMs: number): void {
    const site = this.#of(key);
    site.open = Math.max(0, site.open - 1);
    site.askingMs += Math.max(0, atMs - Math.max(startedAtMs, site.lastEndAtMs, this.#armedAtMs));
    site.lastEndAtMs = atMs;
    if (atMs - startedAtMs < limits.heldAnswerMs) site.hangs = false;
  }

  hangs(key: string): void {
    this.#of(key).hangs = true;
  }

  #hasRhythm(site: CallSite): boolean {
    if (site.idle < 2) return false;
    const gapMs = (site.idleLastAtMs - site.idleFirstAtMs) / (site.idle - 1);
    return this.#armedAtMs - site.idleLastAtMs < Math.max(2_000, gapMs * 2.5);
  }

  #of(key: string): CallSite {
    let site = this.#sites.get(key);
    if (!site) {
      if (this.#sites.size >= most) this.#sites.clear();
      site = {
        idle: 0,
        idleFirstAtMs: 0,
        idleLastAtMs: Number.NEGATIVE_INFINITY,
        polls: 0,
        pages: 0,
        lastVariant: '',
        open: 0,
        askingMs: 0,
        lastEndAtMs: 0,
        hangs: false,
      };
      this.#sites.set(key, site);
    }
    return site;
  }
}
