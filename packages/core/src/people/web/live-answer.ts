import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** A stream of events to one tab of a person's browser. */
export class LiveAnswer {
  readonly #response: ServerResponse;
  #full: Promise<unknown> | undefined;

  constructor(response: ServerResponse) {
    this.#response = response;
    response.flushHeaders();
  }

  /** Resolves when the line has taken it. */
  async tell(event: string, data: unknown): Promise<void> {
    const response = this.#response;
    if (response.writableEnded || response.destroyed) return;
    if (response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)) return;
    // One that reads slowly is waited for, one that has gone is not.
    this.#full ??= Promise.race([once(response, 'drain'), once(response, 'close')]).finally(() => {
      this.#full = undefined;
    });
    await this.#full.catch(() => {});
  }

  end(): void {
    this.#response.end();
  }
}
