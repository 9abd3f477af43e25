import type { BrowserContext, Page, Request } from 'playwright';
import { closeIfEmpty } from './close-if-empty.js';

/** So many documents that were asked for are remembered. */
const MAX_ASKED = 50;

/**
 * Tabs that opened for a file: a browser with windows closes them as it begins to save, one without leaves
 * them in front, empty. The download is the opener's; which tab asked for it is known when that is there.
 */
export class FileTabs {
  readonly #context: BrowserContext;
  readonly #isNew: (page: Page) => boolean;
  readonly #asked = new Map<string, Request>();
  readonly #saved = new Set<Request>();

  constructor(context: BrowserContext, isNew: (page: Page) => boolean) {
    this.#context = context;
    this.#isNew = isNew;
  }

  /** The function given back stops it. */
  watch(): () => void {
    const onRequest = (request: Request) => {
      if (!request.isNavigationRequest()) return;
      this.#asked.set(request.url(), request);
      const [oldest] = this.#asked.keys();
      if (this.#asked.size > MAX_ASKED && oldest !== undefined) this.#asked.delete(oldest);
    };
    this.#context.on('request', onRequest);
    return () => this.#context.off('request', onRequest);
  }

  /** A download of that address has begun. */
  saving(url: string): void {
    const request = this.#asked.get(url);
    if (!request) return;
    this.#asked.delete(url);
    this.#saved.add(request);
    this.arrived();
  }

  /** A tab may be there now that was not before. */
  arrived(): void {
    for (const request of this.#saved) {
      const page = pageOf(request);
      if (!page) continue;
      this.#saved.delete(request);
      if (this.#isNew(page)) void closeIfEmpty(page);
    }
  }
}

function pageOf(request: Request): Page | undefined {
  try {
    return request.frame().page();
  } catch {
    return undefined; // Playwright's way to say that its page is not ready, or is none.
  }
}
