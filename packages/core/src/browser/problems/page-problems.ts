import type { BrowserContext, ConsoleMessage, Page, Request, Response, WebError } from 'playwright';
import { plainLine } from '../../errors/plain-text.js';
import { redactUrl, redactUrlsIn } from '../../errors/redact-url.js';
import type { PageProblem } from './page-problem.js';

/** Between two looks; a page that complains in a loop would fill memory and traces. */
const MAX_KEPT = 20;
const MAX_TEXT = 500;
/** A page that is left ends its requests; that is no problem of its own. */
const ABORTED = 'net::ERR_ABORTED';
/** The browser says on the console what is known as a request already. */
const SAID_TWICE = 'Failed to load resource:';

/** Notes what pages of one browser complain of, until it is taken. */
export class PageProblems {
  readonly #now: () => number;
  #kept: PageProblem[] = [];
  readonly #known = new Set<string>();
  #omitted = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Listens to the pages that `isOurs`. Gives what ends that. */
  follow(context: BrowserContext, isOurs: (page: Page | undefined) => boolean): () => void {
    const onConsole = (message: ConsoleMessage) => {
      const text = message.text();
      if (message.type() !== 'error' || text.startsWith(SAID_TWICE)) return;
      if (isOurs(message.page() ?? undefined)) this.#add('console', text, message.location().url);
    };
    const onError = (error: WebError) => {
      if (!isOurs(error.page() ?? undefined)) return;
      const thrown: unknown = error.error();
      this.#add('error', thrown instanceof Error ? thrown.message : String(thrown));
    };
    const onFailed = (request: Request) => {
      const why = request.failure()?.errorText ?? 'failed';
      if (why !== ABORTED && isOurs(pageOf(request))) this.#add('request', why, request.url());
    };
    const onResponse = (response: Response) => {
      const status = response.status();
      if (status < 400 || !isOurs(pageOf(response.request()))) return;
      const text = `${status} ${response.statusText()}`.trim();
      this.#add('request', text, response.url(), status);
    };
    context.on('console', onConsole);
    context.on('weberror', onError);
    context.on('requestfailed', onFailed);
    context.on('response', onResponse);
    return () => {
      context.off('console', onConsole);
      context.off('weberror', onError);
      context.off('requestfailed', onFailed);
      context.off('response', onResponse);
    };
  }

  /** What there was since it was last asked, oldest first. */
  take(): PageProblem[] {
    const taken = this.#kept;
    if (this.#omitted > 0) {
      const text = `${this.#omitted} more, or the same again, were left out`;
      taken.push({ kind: 'omitted', text, atMs: this.#now() });
    }
    this.#kept = [];
    this.#known.clear();
    this.#omitted = 0;
    return taken;
  }

  #add(kind: PageProblem['kind'], said: string, address = '', status?: number): void {
    const text = plainLine(redactUrlsIn(said.slice(0, 4 * MAX_TEXT)), MAX_TEXT);
    const url = plainLine(redactUrl(address.slice(0, 4 * MAX_TEXT)), MAX_TEXT);
    const what = `${kind} ${text} ${url}`;
    if (this.#kept.length >= MAX_KEPT || this.#known.has(what)) {
      this.#omitted++;
      return;
    }
    this.#known.add(what);
    this.#kept.push({
      kind,
      text,
      ...(url === '' ? {} : { url }),
      ...(status === undefined ? {} : { status }),
      atMs: this.#now(),
    });
  }
}

/** None of a service worker's, or of a page that is closed. */
function pageOf(request: Request): Page | undefined {
  try {
    return request.frame().page();
  } catch {
    return undefined;
  }
}
