import { onAbort } from '../deadline/on-abort.js';
import { thrownText } from '../errors/thrown-text.js';
import type { Logger } from '../logger.js';

/**
 * Work that outlives the act it belongs to: a status update still under way when the act's deadline
 * has already rejected, an act whose creation was answered too late. The session waits for it before
 * it is gone, so that nothing on the service is left without its end.
 */
export class LooseEnds {
  readonly #pending = new Set<Promise<unknown>>();
  readonly #cut = new AbortController();
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** Given to requests that must not end with the act. Aborted when `settle` was told to wait no longer. */
  get signal(): AbortSignal {
    return this.#cut.signal;
  }

  add(what: string, work: Promise<unknown>): void {
    const watched = work
      .catch((error: unknown) => {
        this.#logger.warn(`${what} failed after the act had ended`, { error: thrownText(error) });
      })
      .finally(() => this.#pending.delete(watched));
    this.#pending.add(watched);
  }

  /** Waits for all of it. When `signal` is aborted, what is not done by then is cut off. */
  async settle(signal: AbortSignal): Promise<void> {
    const off = onAbort(signal, () => this.#cut.abort(signal.reason));
    while (this.#pending.size > 0) await Promise.all(this.#pending);
    off();
  }
}
