import type { Cause, CauseLog, Signs } from './causes.js';
import { limits } from './limits.js';
import { type RequestDescription, requestKey, requestLabel } from './request-names.js';

/** What can change what is seen. Not sockets, event streams, pings, media, reports. */
const followed = new Set(['Document', 'Stylesheet', 'Script', 'XHR', 'Fetch', 'Image', 'Font']);
/** Their bodies need not be read by the page, and then their end is never reported. */
const mayStayUnread = new Set(['XHR', 'Fetch']);
const endless = new Set(['text/event-stream', 'multipart/x-mixed-replace']);

interface OpenRequest extends Cause {
  readonly key: string;
  readonly type: string;
  respondedAtMs?: number;
  lastDataAtMs?: number;
  chunks: number;
}

interface Habit {
  /** Begun while nothing was being done to the page. */
  idle: number;
  /** Begun since the mark, each some time after the one before had ended. */
  polls: number;
  open: number;
  lastEndAtMs: number;
}

/**
 * Follows the requests that begin after the mark. A call site that asked twice while nothing was
 * done to the page, polls, or was once left without an answer, is the page's own business.
 */
export class RequestLog implements CauseLog {
  readonly #signs: Signs;
  readonly #now: () => number;
  readonly #pageUrl: () => string;
  readonly #open = new Map<string, OpenRequest>();
  readonly #habits = new Map<string, Habit>();
  readonly #background = new Set<string>();
  readonly #keys = new Map<string, string>();
  #armed = false;

  constructor(signs: Signs, now: () => number, pageUrl: () => string) {
    this.#signs = signs;
    this.#now = now;
    this.#pageUrl = pageUrl;
  }

  arm(): void {
    this.#armed = true;
    this.#open.clear();
    for (const habit of this.#habits.values()) habit.polls = 0;
  }

  rest(): void {
    this.#armed = false;
    this.#open.clear();
  }

  sent(id: string, description: RequestDescription): void {
    const type = description.type ?? 'Other';
    if (!followed.has(type) || description.request.url.startsWith('data:')) return;
    if (this.#open.has(id)) return; // A redirect: the same cause goes on.
    const nowMs = this.#now();
    const key = requestKey(description);
    const habit = this.#habitOf(key);
    this.#keys.set(id, key);
    habit.open += 1;
    if (!this.#armed) {
      habit.idle += 1;
      if (habit.idle >= 2) this.#background.add(key);
      return;
    }
    if (habit.lastEndAtMs > 0 && nowMs - habit.lastEndAtMs > limits.pollGapMs && habit.open === 1) {
      habit.polls += 1;
      if (habit.polls >= limits.pollRequests) this.#background.add(key);
    }
    if (this.#background.has(key)) return;
    const label = requestLabel(description, this.#pageUrl());
    this.#open.set(id, { key, type, label, startedAtMs: nowMs, chunks: 0 });
    this.#signs.changed();
  }

  responded(id: string, mimeType: string): void {
    const request = this.#open.get(id);
    if (!request) return;
    if (endless.has(mimeType)) this.#end(id);
    else request.respondedAtMs = this.#now();
  }

  dataCame(id: string): void {
    const request = this.#open.get(id);
    if (!request) return;
    request.lastDataAtMs = this.#now();
    request.chunks += 1;
  }

  ended(id: string): void {
    const key = this.#keys.get(id);
    this.#keys.delete(id);
    const habit = key === undefined ? undefined : this.#habits.get(key);
    if (habit) {
      habit.open = Math.max(0, habit.open - 1);
      habit.lastEndAtMs = this.#now();
    }
    if (this.#open.has(id)) this.#end(id);
  }

  open(nowMs: number): Cause[] {
    for (const [id, request] of this.#open) {
      if (request.respondedAtMs === undefined) {
        if (nowMs - request.startedAtMs < limits.stalledRequestMs) continue;
        this.#background.add(request.key);
        this.#end(id);
      } else if (mayStayUnread.has(request.type)) {
        const silentMs = nowMs - Math.max(request.respondedAtMs, request.lastDataAtMs ?? 0);
        const isOver = request.chunks >= 2 ? limits.silentStreamMs : limits.silentBodyMs;
        if (silentMs >= isOver) this.#end(id);
      }
    }
    return [...this.#open.values()];
  }

  #end(id: string): void {
    this.#open.delete(id);
    this.#signs.requestEnded();
    this.#signs.changed();
  }

  #habitOf(key: string): Habit {
    let habit = this.#habits.get(key);
    if (!habit) {
      if (this.#habits.size >= 2_000) this.#habits.clear();
      habit = { idle: 0, polls: 0, open: 0, lastEndAtMs: 0 };
      this.#habits.set(key, habit);
    }
    return habit;
  }
}
