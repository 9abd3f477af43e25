import type { Frame, Request } from 'playwright';
import type { Cause, CauseLog, Signs } from './causes.js';
import { limits } from './limits.js';
import { requestLabel } from './request-names.js';

const followed = new Set(['fetch', 'xhr', 'script', 'stylesheet', 'image', 'font']);

interface Early extends Cause {
  readonly frame: Frame;
}

/**
 * Follows the requests that a frame from another site makes before our session with its process is
 * up. Playwright holds such a process until it listens itself, so it misses none. Frames that turn
 * out to share the page's process are followed there, and are left out here.
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
    const url = request.url();
    const label = requestLabel(
      { request: { url, method: request.method() }, type: request.resourceType() },
      frame.page().url(),
    );
    this.#early.set(request, { label, startedAtMs: this.#now(), frame });
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
      if (nowMs - early.startedAtMs >= limits.stalledRequestMs) this.#early.delete(request);
      else if (this.#foreign.has(early.frame)) open.push(early);
    }
    return open;
  }
}

/** Requests of service workers have no frame, and Playwright throws for them. */
function frameOf(request: Request): Frame | undefined {
  return request.serviceWorker() || request.isNavigationRequest() ? undefined : request.frame();
}
