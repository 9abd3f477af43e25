import type { Cause, CauseLog, Signs } from './causes.js';
import { limits } from './limits.js';

/**
 * Follows messages sent to sockets after the mark, each until the next message comes back. A socket
 * that sends by itself between actions (a heartbeat) is not asked for answers.
 */
export class SocketLog implements CauseLog {
  readonly #signs: Signs;
  readonly #now: () => number;
  readonly #waiting = new Map<string, Cause>();
  readonly #habit = new Map<string, number>();
  #armed = false;

  constructor(signs: Signs, now: () => number) {
    this.#signs = signs;
    this.#now = now;
  }

  arm(): void {
    this.#armed = true;
    this.#waiting.clear();
  }

  rest(): void {
    this.#armed = false;
    this.#waiting.clear();
  }

  sent(socketId: string): void {
    if (!this.#armed) {
      this.#habit.set(socketId, (this.#habit.get(socketId) ?? 0) + 1);
      return;
    }
    if ((this.#habit.get(socketId) ?? 0) >= 2 || this.#waiting.has(socketId)) return;
    this.#waiting.set(socketId, { label: 'socket message', startedAtMs: this.#now() });
    this.#signs.changed();
  }

  received(socketId: string): void {
    if (this.#waiting.delete(socketId)) this.#signs.changed();
  }

  closed(socketId: string): void {
    this.#habit.delete(socketId);
    this.received(socketId);
  }

  open(nowMs: number): Cause[] {
    for (const [id, cause] of this.#waiting) {
      if (nowMs - cause.startedAtMs >= limits.socketReplyMs) this.#waiting.delete(id);
    }
    return [...this.#waiting.values()];
  }
}
