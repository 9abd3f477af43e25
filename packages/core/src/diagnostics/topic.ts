import { channel } from 'node:diagnostics_channel';

/**
 * Something that parts of a process tell and others hear, without knowing of each other: a channel of
 * `node:diagnostics_channel`, which all copies of this package share. What nobody hears costs nothing.
 */
export class Topic<Notice> {
  readonly #channel: ReturnType<typeof channel>;

  constructor(name: string) {
    this.#channel = channel(`@nova-act/core/${name}`);
  }

  /** Tells those who listen; without any, the notice is not even made. */
  tell(make: () => Notice): void {
    if (this.#channel.hasSubscribers) this.#channel.publish(make());
  }

  /**
   * Calls `listener`, at once, with all that is told until the function given back is called. It must not
   * throw: Node would take that for an uncaught exception.
   */
  hear(listener: (notice: Notice) => void): () => void {
    const heard = (notice: unknown) => listener(notice as Notice);
    this.#channel.subscribe(heard);
    return () => void this.#channel.unsubscribe(heard);
  }
}
