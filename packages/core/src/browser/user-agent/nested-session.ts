/** Sends a command of the DevTools protocol, and gives its answer. */
export type Send = (method: string, params?: object) => Promise<unknown>;

export interface Attached {
  /** The id of the session on the service. */
  readonly sessionId: string;
  readonly waitingForDebugger: boolean;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Attached & { readonly message: string };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * A DevTools session inside of another one, whose messages are wrapped in those of the other. Playwright
 * gives sessions for pages and frames that it knows already; this way one is had for a target that only
 * begins, while it still waits.
 */
export class NestedSession {
  readonly #sendToTarget: (message: string) => Promise<unknown>;
  readonly #children = new Map<string, NestedSession>();
  readonly #waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>();
  /** Told of each session that is attached inside of this one. */
  onAttached: (child: NestedSession, attached: Attached) => void = () => {};
  #last = 0;

  constructor(parent: Send, sessionId: string) {
    this.#sendToTarget = (message) => parent('Target.sendMessageToTarget', { sessionId, message });
  }

  /** Never answered where the target goes away before. */
  readonly send: Send = (method, params = {}) => {
    this.#last += 1;
    const id = this.#last;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#sendToTarget(JSON.stringify({ id, method, params })).catch((error: Error) => {
        this.#waiting.delete(id);
        failed(error);
      });
    });
  };

  /** Takes what the session around it has got for this one. */
  receive(text: string): void {
    const { id, method, params, result, error } = JSON.parse(text) as Message;
    if (id !== undefined) {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.failed(new Error(error.message));
      else waiting?.done(result);
      return;
    }
    if (!params) return;
    const { sessionId } = params;
    if (method === 'Target.receivedMessageFromTarget') {
      this.#children.get(sessionId)?.receive(params.message);
    } else if (method === 'Target.detachedFromTarget') {
      this.#children.delete(sessionId);
    } else if (method === 'Target.attachedToTarget') {
      const child = new NestedSession(this.send, sessionId);
      this.#children.set(sessionId, child);
      this.onAttached(child, params);
    }
  }
}
