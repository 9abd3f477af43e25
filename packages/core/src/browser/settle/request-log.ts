import { CallSites } from './call-sites.js';
import type { Cause, CauseLog, Signs } from './causes.js';
import { limits } from './limits.js';
import { type RequestDescription, requestKey, requestLabel } from './request-names.js';

/** What can change what is seen. Not sockets, event streams, pings, media, reports. */
const followed = new Set(['Document', 'Stylesheet', 'Script', 'XHR', 'Fetch', 'Image', 'Font']);
/** Their bodies need not be read by the page, and then their end is never reported. */
const mayStayUnread = new Set(['XHR', 'Fetch']);
const endless = 'multipart/x-mixed-replace';

interface OpenRequest extends Cause {
  readonly key: string;
  readonly type: string;
  readonly frameId: string | undefined;
  url: string;
  respondedAtMs?: number;
  lastDataAtMs?: number;
}

const lastSignMs = (request: OpenRequest) =>
  Math.max(request.respondedAtMs ?? request.startedAtMs, request.lastDataAtMs ?? 0);

/** Follows the requests that begin after the mark and are not the page's own business. */
export class RequestLog implements CauseLog {
  readonly #signs: Signs;
  readonly #now: () => number;
  readonly #pageUrl: () => string;
  readonly #open = new Map<string, OpenRequest>();
  readonly #callSites = new CallSites();
  /** All requests that have not ended, also those that are not followed. */
  readonly #begun = new Map<string, { key: string; atMs: number }>();
  #read = new Set<string>();
  #readsAreKnown = false;
  #armed = false;

  constructor(signs: Signs, now: () => number, pageUrl: () => string) {
    this.#signs = signs;
    this.#now = now;
    this.#pageUrl = pageUrl;
  }

  arm(nowMs: number): void {
    this.#armed = true;
    this.#read.clear();
    this.#open.clear();
    this.#callSites.arm(nowMs);
  }

  rest(): void {
    this.#armed = false;
    this.#open.clear();
  }

  /** Whose bodies the page reads; called only where that is known. */
  reading(urls: readonly string[]): void {
    this.#readsAreKnown = true;
    this.#read = new Set(urls);
  }

  /** The frame goes on in another process, and its document's end is reported there. */
  frameMoved(frameId: string): void {
    for (const [id, request] of this.#open) {
      if (request.type === 'Document' && request.frameId === frameId) this.#end(id, this.#now());
    }
  }

  sent(id: string, description: RequestDescription): void {
    const type = description.type ?? 'Other';
    const { url } = description.request;
    if (!followed.has(type) || url.startsWith('data:')) return;
    // A worker's own script: its end is reported in the worker, which is followed by its messages.
    if (type === 'Script' && description.loaderId === '') return;
    if (this.#begun.has(id)) return; // A redirect: the same request goes on.
    const nowMs = this.#now();
    const key = requestKey(description);
    this.#begun.set(id, { key, atMs: nowMs });
    if (!this.#armed) {
      this.#callSites.begunIdle(key, nowMs);
      return;
    }
    if (this.#callSites.begunArmed(key, nowMs)) return;
    const label = requestLabel(description, this.#pageUrl());
    const { frameId } = description;
    this.#open.set(id, { key, type, label, frameId, url, startedAtMs: nowMs });
    this.#signs.changed();
  }

  responded(id: string, answer: { mimeType: string; url: string }): void {
    const request = this.#open.get(id);
    if (!request) return;
    request.respondedAtMs = this.#now();
    request.url = answer.url;
    if (answer.mimeType === endless) this.#end(id, this.#now());
  }

  dataCame(id: string): void {
    const request = this.#open.get(id);
    if (request) request.lastDataAtMs = this.#now();
  }

  ended(id: string): void {
    const begun = this.#begun.get(id);
    this.#begun.delete(id);
    if (begun) this.#callSites.ended(begun.key, begun.atMs, this.#now());
    const request = this.#open.get(id);
    if (!request) return;
    // The end of a small body that the page does not read is reported late; its data is not.
    const isQuickEnd = request.respondedAtMs !== undefined && mayStayUnread.has(request.type);
    this.#end(id, isQuickEnd ? lastSignMs(request) : this.#now());
  }

  open(nowMs: number): Cause[] {
    const open: Cause[] = [];
    for (const [id, request] of this.#open) {
      if (request.respondedAtMs === undefined) {
        if (nowMs - request.startedAtMs < limits.stalledRequestMs) open.push(request);
        else {
          this.#callSites.hangs(request.key);
          this.#end(id, nowMs);
        }
      } else if (!mayStayUnread.has(request.type) || this.#isComing(request, nowMs)) {
        open.push(request);
      }
    }
    return open;
  }

  /**
   * Whether the rest of an answer is worth waiting for. Where reads are known, an unread body is not,
   * even while it comes; where they are not, silence decides. Nothing is forgotten here: that a body
   * is being read may become known later.
   */
  #isComing(request: OpenRequest, nowMs: number): boolean {
    const silentMs = nowMs - lastSignMs(request);
    if (request.type === 'XHR' || this.#read.has(request.url)) {
      return silentMs < limits.silentStreamMs;
    }
    if (!this.#readsAreKnown) return silentMs < limits.silentBodyMs;
    return nowMs - (request.respondedAtMs ?? nowMs) < limits.silentBodyMs;
  }

  #end(id: string, atMs: number): void {
    this.#open.delete(id);
    this.#signs.requestEnded(atMs);
    this.#signs.changed(atMs);
  }
}
