import type { Cause, CauseLog, Signs } from './causes.js';
import { limits } from './limits.js';

/** A socket that sent twice by itself within this, before the action, is chatty. */
const chattyMs = 3_000;

/**
 * Follows messages sent to sockets after the mark, each until the next message comes back. A socket
 * on which the page was chatting by itself is not asked for answers.
 */
export class SocketLog implements CauseLog {
  readonly #signs: Signs;
  readonly #now: () => number;
  readonly #waiting = new Map<string, Cause>();
  /** When the page last sent by itself, and when before that. */
  readonly #idle = new Map<string, [lastMs: number, beforeMs: number]>();
  #armed = false;
  #armedAtMs = 0;

  constructor(signs: Signs, now: () => number) {
    this.#signs = signs;
    this.#now = now;
  }

  arm(nowMs: number): void {
    this.#armed = true;
    this.#armedAtMs = nowMs;
    this.#waiting.clear();
  }

  rest(): void {
    this.#armed = false;
    this.#waiting.clear();
  }

  sent(socketId: string): void {
    const [lastMs, beforeMs] = this.#idle.get(socketId) ?? [-chattyMs, -chattyMs];
    if (!this.#armed) {
      this.#idle.set(socketId, [this.#now(), lastMs]);
      return;
    }
    if (this.#armedAtMs - beforeMs < chattyMs || this.#waiting.has(socketId)) return;
    this.#waiting.set(socketId, { label: 'socket message', startedAtMs: this.#now() });
    this.#signs.changed();
  }

  received(socketId: string): void {
    if (this.#waiting.delete(socketId)) this.#signs.changed();
  }

  closed(socketId: string): void {
    this.#idle.delete(socketId);
    this.received(socketId);
  }

  open(nowMs: number): Cause[] {
    for (const [id, cause] of this.#waiting) {
      if (nowMs - cause.startedAtMs >= limits.socketReplyMs) this.#waiting.delete(id);
    }
    return [...this.#waiting.values()];
  }
}
