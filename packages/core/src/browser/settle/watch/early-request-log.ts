import type { Frame, Request } from 'playwright';
import { limits } from '../limits.js';
import type { BegunRequest } from './beginnings.js';
import type { Cause, CauseLog, Signs } from './causes.js';
import { requestLabel } from './request-names.js';

const followed = new Set(['fetch', 'xhr', 'script', 'stylesheet', 'image', 'font']);

interface Early extends Cause {
  readonly frame: Frame;
  /** The end of a body that nobody reads is told late, or never. */
  readonly endsUnheard: boolean;
  readonly isAdopted: boolean;
  respondedAtMs: number | undefined;
}

/** Their bodies need not be read by the page. */
const mayStayUnread = new Set(['fetch', 'xhr']);

/**
 * Follows the requests that a frame from another site makes before our session with its process is
 * up, and those that a page which came of an action made before it was watched. Playwright holds such
 * a process until it listens itself, so it misses none. Frames that turn out to share the page's
 * process are followed there, and are left out here.
 */
export class EarlyRequestLog implements CauseLog {
  readonly #signs: Signs;
  readonly #now: () => number;
  readonly #early = new Map<Request, Early>();
  readonly #foreign = new WeakSet<Frame>();
  #armed = false;

  constructor(signs: Signs, now: () => number) {
    this.#signs = signs;
    this.#now = now;
  }

  arm(): void {
    this.#armed = true;
    this.#early.clear();
  }

  rest(): void {
    this.#armed = false;
    this.#early.clear();
  }

  sent(request: Request): void {
    if (!this.#armed || !followed.has(request.resourceType())) return;
    const frame = frameOf(request);
    // A frame whose session is up reports for itself.
    if (!frame?.parentFrame() || this.#foreign.has(frame)) return;
    this.#begin(request, frame, { startedAtMs: this.#now(), isAdopted: false });
  }

  /** Takes over a request of the page's that was sent before it was watched. */
  adopt({ request, startedAtMs, respondedAtMs }: BegunRequest): void {
    const frame = followed.has(request.resourceType()) ? frameOf(request) : undefined;
    if (!frame || !this.#armed) return;
    this.#begin(request, frame, { startedAtMs, isAdopted: true });
    if (respondedAtMs !== undefined) this.responded(request, respondedAtMs);
  }

  responded(request: Request, atMs = this.#now()): void {
    const early = this.#early.get(request);
    if (early) early.respondedAtMs = atMs;
  }

  ended(request: Request): void {
    if (this.#early.delete(request)) this.#signs.changed();
  }

  /** The session with this frame's process is up from now on. */
  isForeign(frame: Frame): void {
    this.#foreign.add(frame);
  }

  open(nowMs: number): Cause[] {
    const open: Cause[] = [];
    for (const [request, early] of this.#early) {
      const silentSinceMs = early.endsUnheard ? early.respondedAtMs : undefined;
      const isOver =
        nowMs - early.startedAtMs >= limits.stalledRequestMs ||
        (silentSinceMs !== undefined && nowMs - silentSinceMs >= limits.silentStreamMs);
      if (isOver) this.#early.delete(request);
      else if (early.isAdopted || this.#foreign.has(early.frame)) open.push(early);
    }
    return open;
  }

  #begin(request: Request, frame: Frame, how: { startedAtMs: number; isAdopted: boolean }): void {
    const type = request.resourceType();
    const url = request.url();
    const label = requestLabel(
      { request: { url, method: request.method() }, type },
      frame.page().url(),
    );
    const endsUnheard = mayStayUnread.has(type);
    this.#early.set(request, { label, frame, endsUnheard, respondedAtMs: undefined, ...how });
  }
}

/** Requests of service workers have no frame, and Playwright throws for them. */
function frameOf(request: Request): Frame | undefined {
  return request.serviceWorker() || request.isNavigationRequest() ? undefined : request.frame();
}
