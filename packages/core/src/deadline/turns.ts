import { preempt } from './pre-empt.js';

/** Takes pieces of work one after the other, in the order in which they come. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Does `work` when what came before it is over, however that ended.
   * @throws the reason of `signal` when that is aborted before its turn: it is then never begun
   */
  async take<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const before = this.#last;
    let over = () => {};
    this.#last = new Promise<void>((resolve) => {
      over = resolve;
    });
    try {
      await (signal ? preempt(before, signal) : before);
      signal?.throwIfAborted();
      return await work();
    } finally {
      // One that is given up early must not let the next begin before its turn.
      void before.then(over);
    }
  }
}
