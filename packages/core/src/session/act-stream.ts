import type { ActEvent } from '../act/events.js';
import { preempt } from '../deadline/pre-empt.js';
import { Turns } from '../deadline/turns.js';
import { ActCanceledError } from '../errors/index.js';

/** Who looks on while an act runs, and may hold or end it. */
export interface ActWatcher {
  hear(event: ActEvent): void;
  /** Resolves when the act may go on; rejects with the reason of `signal`. */
  pass(signal: AbortSignal): Promise<void>;
  /** Ends the act. */
  readonly signal: AbortSignal;
}

/**
 * An act as a stream of what happens in it. It begins with the first event asked for, and goes no further
 * than it is followed: while you work on an event nothing is clicked or typed and no step is begun
 * (`timeoutMs` goes on counting). Leaving the loop ends the act, as `FAILED`, with what is left of it undone;
 * the loop throws what `act()` throws.
 *
 * ```ts
 * for await (const event of nova.stream('Buy a lamp')) {
 *   if (event.type === 'step.decided') console.log(event.calls.map(({ name }) => name));
 * }
 * ```
 */
export class ActStream<R> implements AsyncIterableIterator<ActEvent>, AsyncDisposable {
  readonly #begin: (watcher: ActWatcher) => Promise<R>;
  readonly #left = new AbortController();
  readonly #events: ActEvent[] = [];
  #running: Promise<R> | undefined;
  /** Set when the act is over, until what it failed of is thrown. */
  #end: { error?: unknown } | undefined;
  /** How many wait for the next event. */
  #asking = 0;
  #isFollowed = true;
  /** Those who ask at once get theirs in the order in which they asked. */
  readonly #turns = new Turns();
  #change = announcement();

  constructor(begin: (watcher: ActWatcher) => Promise<R>) {
    this.#begin = begin;
  }

  /** The stream itself, for `for await`: it can be gone through once. */
  [Symbol.asyncIterator](): this {
    return this;
  }

  /**
   * What `act()` gives. To ask for it begins the act, which from then on waits for nobody; the events are
   * there all the same. @throws what `act()` throws; ActCanceledError when the stream was left
   */
  get result(): Promise<R> {
    this.#isFollowed = false;
    this.#changed();
    return this.#start();
  }

  /** @throws what `act()` throws, once, when the events before it are taken */
  next(): Promise<IteratorResult<ActEvent, undefined>> {
    if (!this.#left.signal.aborted) this.#start();
    this.#asking++;
    this.#changed();
    return this.#turns.take(() => this.#take(), undefined);
  }

  async #take(): Promise<IteratorResult<ActEvent, undefined>> {
    while (this.#events.length === 0 && !this.#isOver) await this.#change.made;
    this.#asking--;
    const event = this.#events.shift();
    if (event) return { done: false, value: event };
    const end = this.#end;
    this.#end = {};
    if (end && 'error' in end && !this.#left.signal.aborted) throw end.error;
    return { done: true, value: undefined };
  }

  /** Leaves the stream: resolves when the act has ended. A loop that is left calls it by itself. */
  async return(): Promise<IteratorResult<ActEvent, undefined>> {
    if (!this.#end) this.#left.abort(new ActCanceledError('The act was left by who followed it'));
    this.#events.length = 0;
    this.#changed();
    await this.#running?.catch(() => undefined);
    return { done: true, value: undefined };
  }

  /** Leaves the stream, as `return()` does: for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  get #isOver(): boolean {
    return this.#end !== undefined || this.#left.signal.aborted;
  }

  #start(): Promise<R> {
    if (this.#running) return this.#running;
    const { signal } = this.#left;
    const watcher: ActWatcher = {
      hear: (event) => {
        if (!signal.aborted) this.#events.push(event);
        this.#changed();
      },
      pass: async (acting) => {
        while (this.#holds) await preempt(this.#change.made, acting);
        // It may have been left before it came here.
        acting.throwIfAborted();
      },
      signal,
    };
    const running = signal.aborted ? Promise.reject(signal.reason) : this.#begin(watcher);
    this.#running = running;
    // Who follows hears of a failure by the loop, so that it is never one that nobody heard of.
    running.then(
      () => this.#ends({}),
      (error: unknown) => this.#ends({ error }),
    );
    return running;
  }

  get #holds(): boolean {
    const hasCaughtUp = this.#events.length === 0 && this.#asking > 0;
    return this.#isFollowed && !this.#isOver && !hasCaughtUp;
  }

  #ends(end: { error?: unknown }): void {
    this.#end = end;
    this.#changed();
  }

  #changed(): void {
    this.#change.make();
    this.#change = announcement();
  }
}

function announcement(): { made: Promise<void>; make: () => void } {
  let make: () => void = () => {};
  const made = new Promise<void>((resolve) => {
    make = resolve;
  });
  return { made, make };
}
