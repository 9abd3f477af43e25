import { Changes } from './changes.js';
import type { Journal } from './journal.js';

/** Changes in memory and in the journal, together or not at all. */
export class Atomic {
  readonly #journal: Pick<Journal, 'begin' | 'commit' | 'rollBack'>;
  #open: Changes | undefined;

  constructor(journal: Pick<Journal, 'begin' | 'commit' | 'rollBack'>) {
    this.#journal = journal;
  }

  /** Joins what is under way, if anything is. See `Store.atomically`. */
  run<T>(work: (changes: Changes) => T): T {
    if (this.#open) return work(this.#open);
    const changes = new Changes();
    this.#open = changes;
    let outcome: () => T;
    try {
      this.#journal.begin();
      outcome = outcomeOf(() => work(changes));
      changes.throwIfFailed();
      this.#journal.commit();
    } catch (error) {
      this.#journal.rollBack();
      changes.rollBack();
      throw error;
    } finally {
      this.#open = undefined;
    }
    changes.finish();
    return outcome();
  }
}

function outcomeOf<T>(work: () => T): () => T {
  try {
    const value = work();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
