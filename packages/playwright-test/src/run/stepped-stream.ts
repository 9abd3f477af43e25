import type { ActEvent, ActStream } from '@nova-act/core';

type Step = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * The stream, as a step of the test from the first event that is asked for until it is over. To ask for its
 * `result` would let the act run ahead of who follows it, so its ends are watched.
 */
export function steppedStream<R>(stream: ActStream<R>, step: Step): ActStream<R> {
  let end: ((outcome: Promise<unknown>) => void) | undefined;
  const begin = () => {
    if (end) return;
    const ended = new Promise<unknown>((resolve) => {
      end = resolve;
    });
    // Who follows the stream is thrown what it fails of.
    step(() => ended).catch(() => {});
  };
  const over = (outcome: Promise<unknown>) => end?.(outcome);
  const { next, return: leave } = stream;
  const watched = {
    next: async (): Promise<IteratorResult<ActEvent, undefined>> => {
      begin();
      try {
        const event = await next.call(stream);
        if (event.done) over(Promise.resolve());
        return event;
      } catch (error) {
        over(Promise.reject(error));
        throw error;
      }
    },
    return: async (): Promise<IteratorResult<ActEvent, undefined>> => {
      const left = await leave.call(stream);
      over(Promise.resolve());
      return left;
    },
  };
  const result = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(stream), 'result');
  return Object.defineProperty(Object.assign(stream, watched), 'result', {
    get: () => {
      begin();
      const outcome: Promise<R> = result?.get?.call(stream);
      over(outcome);
      return outcome;
    },
  });
}
