import type { LocalModel, ScriptedCall } from '@nova-act/local';
import { scriptedModel } from '@nova-act/local';

/** What came of a program: the texts of its calls' results, as the service was told. */
export type Answered = readonly string[];

/**
 * A model whose answers come from a program beside it: each step of the act is handed the calls that
 * `send` is given, and `send` resolves when the next step says what came of them.
 */
export class ActLine {
  readonly model: LocalModel;
  #waiting: ((calls: readonly ScriptedCall[]) => void) | undefined;
  #answered: ((results: Answered) => void) | undefined;
  #begun = withResolver<Answered>();

  constructor() {
    this.model = scriptedModel(({ callResults }) => {
      const results = callResults.map(({ text }) => text);
      const calls = new Promise<readonly ScriptedCall[]>((resolve) => {
        this.#waiting = resolve;
      });
      const answered = this.#answered;
      this.#answered = undefined;
      if (answered) answered(results);
      else this.#begun.resolve(results);
      return calls;
    });
  }

  /** An act begins; resolves at its first step. */
  begin(): Promise<Answered> {
    this.#begun = withResolver();
    this.#answered = undefined;
    this.#waiting = undefined;
    return this.#begun.promise;
  }

  /** One program, and what came of it. */
  send(calls: readonly ScriptedCall[]): Promise<Answered> {
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.#give(calls);
    });
  }

  /** The last program of the act. */
  end(calls: readonly ScriptedCall[]): void {
    this.#give(calls);
  }

  #give(calls: readonly ScriptedCall[]): void {
    const give = this.#waiting;
    this.#waiting = undefined;
    if (!give) throw new Error('The act is not waiting for a program.');
    give(calls);
  }
}

function withResolver<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
