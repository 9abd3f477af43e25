import { events } from '../act/event-topic.js';
import type { EventListener, NovaActEvent } from '../act/events.js';
import { thrownText } from '../errors/thrown-text.js';
import type { Logger } from '../logger.js';

/** Hands each event to every listener. A listener that fails is logged and does not touch the act. */
export class EventHub {
  readonly #listeners: readonly EventListener[];
  readonly #logger: Logger;

  constructor(listeners: readonly EventListener[], logger: Logger) {
    this.#listeners = listeners;
    this.#logger = logger;
  }

  emit(event: NovaActEvent): void {
    events.tell(() => event);
    for (const listener of this.#listeners) {
      try {
        // A listener may be async all the same; its rejection must not go unhandled. Nobody waits for it.
        const returned: unknown = listener(event);
        Promise.resolve(returned).catch((error: unknown) => this.#dropped(event, error));
      } catch (error) {
        this.#dropped(event, error);
      }
    }
  }

  #dropped(event: NovaActEvent, error: unknown): void {
    this.#logger.warn(`A listener failed on ${event.type}`, { error: thrownText(error) });
  }
}
