import type { Logger } from '@nova-act/core';
import { leaksIn, shown } from './planted.js';

/** Gathers all that anybody could read, under a name that says where it stood. */
export class Collector {
  readonly #texts = new Map<string, string>();

  /** The most verbose logger there is. */
  readonly logger: Logger = {
    debug: (...entry) => this.add('log', entry),
    info: (...entry) => this.add('log', entry),
    warn: (...entry) => this.add('log', entry),
    error: (...entry) => this.add('log', entry),
  };

  add(where: string, value: unknown): void {
    // A text is what it shows, and may be megabytes.
    const text = typeof value === 'string' ? value : shown(value);
    this.#texts.set(where, `${this.#texts.get(where) ?? ''}${text}\n`);
  }

  /** What was collected there; empty when nothing was, which a test should not overlook. */
  at(where: string): string {
    return this.#texts.get(where) ?? '';
  }

  /** `place: secret` for each that was found. */
  get leaks(): string[] {
    return [...this.#texts].flatMap(([where, text]) =>
      leaksIn(text).map((name) => `${where}: ${name}`),
    );
  }
}
