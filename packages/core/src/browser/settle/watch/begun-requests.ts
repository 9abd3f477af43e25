import { limits } from '../limits.js';

interface Begun {
  readonly key: string;
  /** What it asks for. */
  readonly subject: string;
  readonly atMs: number;
  mayBeHeld: boolean;
}

const streaming = /event-stream|ndjson|jsonl|stream\+json|grpc|connect\+/;

/** All requests that have not ended, also those that are not followed: some are held by their server. */
export class BegunRequests {
  readonly #begun = new Map<string, Begun>();
  /** When those that were held since before the action ended, by what they asked for. */
  readonly #heldEnds = new Map<string, number>();
  #armedAtMs = Number.POSITIVE_INFINITY;

  /** An action follows; gives the ids of those that are held now. */
  arm(nowMs: number): string[] {
    this.#armedAtMs = nowMs;
    this.#heldEnds.clear();
    return [...this.#begun.keys()].filter((id) => this.isHeld(id, nowMs));
  }

  rest(): void {
    this.#armedAtMs = Number.POSITIVE_INFINITY;
  }

  has(id: string): boolean {
    return this.#begun.has(id);
  }

  begin(id: string, begun: Begun): void {
    this.#begun.set(id, begun);
  }

  /** A body that nobody reads never ends: of those that are answered only what streams is held. */
  responded(id: string, mimeType: string): void {
    const begun = this.#begun.get(id);
    if (begun) begun.mayBeHeld &&= streaming.test(mimeType);
  }

  end(id: string, nowMs: number): Begun | undefined {
    const begun = this.#begun.get(id);
    this.#begun.delete(id);
    if (begun && begun.atMs < this.#armedAtMs && nowMs - begun.atMs > limits.heldPollMs) {
      this.#heldEnds.set(begun.subject, nowMs);
    }
    return begun;
  }

  /** Whether it began before the action, and its server has not ended it, or streams. */
  isHeld(id: string, nowMs: number): boolean {
    const begun = this.#begun.get(id);
    if (!begun?.mayBeHeld) return false;
    return begun.atMs < this.#armedAtMs && nowMs - begun.atMs > limits.heldMs;
  }

  /** Whether one that was held has just ended, and this is that one again. */
  isHeldAgain(subject: string, nowMs: number): boolean {
    const endMs = this.#heldEnds.get(subject);
    return endMs !== undefined && nowMs - endMs < limits.restartMs;
  }
}
