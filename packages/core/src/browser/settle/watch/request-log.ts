import { limits } from '../limits.js';
import { BegunRequests } from './begun-requests.js';
import { CallSites } from './call-sites.js';
import type { Cause, CauseLog, Signs } from './causes.js';
import { isComing, lastSignMs, mayBringMore, type OpenRequest } from './open-request.js';
import {
  type RequestDescription,
  requestKey,
  requestLabel,
  requestSubject,
  requestVariant,
} from './request-names.js';

/** What can change what is seen. Not sockets, event streams, pings, media, reports. */
const followed = new Set(['Document', 'Stylesheet', 'Script', 'XHR', 'Fetch', 'Image', 'Font']);
/** Their bodies need not be read by the page, and then their end is never reported. */
const mayStayUnread = new Set(['XHR', 'Fetch']);
/** Whether they are shows in the page. */
const mayBeCounted = new Set(['Image', 'Fetch']);
const endless = 'multipart/x-mixed-replace';

/** Follows the requests that begin after the mark and are not the page's own business. */
export class RequestLog implements CauseLog {
  readonly #signs: Signs;
  readonly #now: () => number;
  readonly #pageUrl: () => string;
  readonly #open = new Map<string, OpenRequest>();
  readonly #callSites = new CallSites();
  readonly #begun = new BegunRequests();
  /** Given up waiting for, and not ended. */
  readonly #left = new Map<string, OpenRequest>();
  /** Answered, and not known to be read. */
  #ended: { url: string; atMs: number }[] = [];
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
    this.#ended = [];
    this.#callSites.arm(nowMs);
    for (const id of this.#begun.arm(nowMs)) this.#signs.held?.(id);
  }

  rest(): void {
    this.#armed = false;
    this.#open.clear();
    this.#left.clear();
    this.#begun.rest();
  }

  /** Whose bodies the page reads; called only where that is known. */
  reading(urls: readonly string[]): void {
    this.#readsAreKnown = true;
    this.#read = new Set(urls);
    for (const { url, atMs } of this.#ended)
      if (this.#read.has(url)) this.#signs.requestEnded(atMs);
    this.#ended = this.#ended.filter(({ url }) => !this.#read.has(url));
  }

  /**
   * What the page says at a look of what it has sent: made to be counted, images that nobody waits for.
   * And how late it is with its own timers, since the last key or click.
   */
  looked(
    atMs: number,
    said: { counted: readonly string[]; unattended: readonly string[]; lateMs: number },
  ): void {
    this.#callSites.late(said.lateMs);
    for (const [id, request] of this.#open) {
      if (request.startedAtMs >= atMs) continue;
      request.isLookedAt = true;
      request.isCounted ||= said.counted.includes(request.url);
      if (request.type === 'Image' && said.unattended.includes(request.url)) this.#open.delete(id);
    }
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
    // One for another medium, such as paper, or not for now.
    if (type === 'Stylesheet' && description.request.initialPriority === 'VeryLow') return;
    const nowMs = this.#now();
    const key = requestKey(description);
    const subject = requestSubject(description);
    const isHeldAgain = this.#begun.isHeldAgain(subject, nowMs);
    this.#begun.begin(id, { key, subject, atMs: nowMs, mayBeHeld: mayStayUnread.has(type) });
    if (!this.#armed) {
      this.#callSites.begunIdle(key, nowMs);
      return;
    }
    if (this.#callSites.begunArmed(key, nowMs, requestVariant(description)) || isHeldAgain) return;
    const label = requestLabel(description, this.#pageUrl());
    const { frameId } = description;
    this.#open.set(id, {
      key,
      type,
      label,
      frameId,
      url,
      startedAtMs: nowMs,
      keepsDocument: type !== 'Document',
      bytes: 0,
      heardAtEpochMs: 0,
    });
    this.#signs.changed();
  }

  responded(
    id: string,
    answer: { mimeType: string; url: string; status?: number },
    epochMs = 0,
  ): void {
    this.#begun.responded(id, answer.mimeType);
    const request = this.#open.get(id);
    if (!request) return;
    request.heardAtEpochMs = epochMs;
    request.respondedAtMs = this.#now();
    request.url = answer.url;
    if (answer.status !== undefined) request.status = answer.status;
    if (answer.mimeType === endless) this.#end(id, this.#now());
  }

  dataCame(id: string, bytes = 0, epochMs = 0): void {
    const request = this.#open.get(id);
    if (!request) return;
    request.lastDataAtMs = this.#now();
    request.bytes += bytes;
    request.heardAtEpochMs = epochMs;
  }

  /** Whether it is none of the action's, and its server has not ended it, or streams. */
  isHeld(id: string): boolean {
    return !this.#open.has(id) && this.#begun.isHeld(id, this.#now());
  }

  ended(id: string, epochMs = 0): void {
    const begun = this.#begun.end(id, this.#now());
    this.#left.delete(id);
    if (begun) this.#callSites.ended(begun.key, begun.atMs, this.#now());
    const request = this.#open.get(id);
    if (!request) return;
    // The end of a small body that the page does not read is reported late; its data is not.
    const isQuickEnd = request.respondedAtMs !== undefined && mayStayUnread.has(request.type);
    if (mayStayUnread.has(request.type) && request.bytes <= limits.ackBytes) {
      const atEpochMs = isQuickEnd ? request.heardAtEpochMs : epochMs;
      this.#signs.answeredShortly?.(request.key, request.label, atEpochMs);
    }
    this.#end(id, isQuickEnd ? lastSignMs(request) : this.#now());
  }

  open(nowMs: number): Cause[] {
    const open: Cause[] = [];
    for (const [id, request] of this.#open) {
      if (request.respondedAtMs === undefined) {
        if (request.isCounted && nowMs - request.startedAtMs >= limits.countedMs) continue;
        if (nowMs - request.startedAtMs < limits.stalledRequestMs) {
          const isUnsure = mayBeCounted.has(request.type) && !request.isLookedAt;
          open.push(isUnsure ? { ...request, isUnsure } : request);
        } else {
          this.#callSites.hangs(request.key);
          this.#left.set(id, request);
          this.#end(id, nowMs);
        }
      } else if (!mayStayUnread.has(request.type) || this.#isComing(request, nowMs)) {
        open.push(request);
      }
    }
    return open;
  }

  left(nowMs: number): Cause[] {
    const isCut = (request: OpenRequest) =>
      this.#isRead(request) && !this.#isComing(request, nowMs) && request.bytes > 0;
    return [...this.#left.values(), ...[...this.#open.values()].filter(isCut)];
  }

  #isRead(request: OpenRequest): boolean {
    return request.type === 'XHR' || this.#read.has(request.url);
  }

  /** Nothing is forgotten here: that a body is being read may become known later. */
  #isComing(request: OpenRequest, nowMs: number): boolean {
    return isComing(request, nowMs, {
      isRead: this.#isRead(request),
      isKnown: this.#readsAreKnown,
    });
  }

  #end(id: string, atMs: number): void {
    const request = this.#open.get(id);
    this.#open.delete(id);
    if (request && mayBringMore(request)) {
      // Whether a body was read is told at the next look.
      const isUnknown = this.#readsAreKnown && !this.#isRead(request) && request.type === 'Fetch';
      if (isUnknown && request.respondedAtMs) this.#ended.push({ url: request.url, atMs });
      else this.#signs.requestEnded(atMs);
    }
    this.#signs.changed(atMs);
  }
}
