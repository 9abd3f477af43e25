import type { CDPSession } from 'playwright';
import type { FrameSessions } from './frame-sessions.js';

/** What the page answers to a function of ours, by its name; what is not named gives nothing. */
export type Answers = Readonly<Record<string, unknown>>;

/** An answer that is a node of the page. */
export const NODE = Symbol('node');

/**
 * A page that answers in rounds: all that was asked by now, then all that was asked since. How long an action takes
 * in a browser that is far away is how many rounds it needs.
 */
export class QuestionRounds {
  /** What was asked, by name, and what was done, round by round. */
  readonly rounds: string[][] = [];
  readonly #answers: Answers;
  #waiting: { name: string; answer: () => void }[] = [];

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  readonly #session = {
    send: (method: string, params: { functionDeclaration?: string; returnByValue?: boolean }) => {
      // The first that has a name, whatever it is handed; what runs the sources may count names.
      const [, called] = params.functionDeclaration?.match(/function ([A-Za-z]+)\d*\(/) ?? [];
      const name = called ?? method;
      return this.#ask(name, () => this.#answerTo(name, params));
    },
  } as unknown as CDPSession;

  readonly sessions = {
    main: this.#session,
    mainFrame: async () => ({ session: this.#session, frameId: 'main' }),
  } as unknown as FrameSessions;

  /** What is done to the page, beside questions: a round of its own. */
  readonly does = (name: string) => (): Promise<void> => this.#ask(name, () => undefined);

  /** Answers round by round until the work is done. */
  async until<T>(work: Promise<T>): Promise<T> {
    let isOver = false;
    const over = work.finally(() => {
      isOver = true;
    });
    over.catch(() => {});
    for (let turn = 0; turn < 100; turn += 1) {
      for (let n = 0; n < 50 && !isOver; n += 1) await Promise.resolve();
      if (isOver) return over;
      if (this.#waiting.length === 0) throw new Error('It waits for something that nobody asked');
      const asked = this.#waiting;
      this.#waiting = [];
      this.rounds.push(asked.map(({ name }) => name));
      for (const { answer } of asked) answer();
    }
    throw new Error('It asks without end');
  }

  #ask<T>(name: string, answer: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        name,
        answer: () => {
          try {
            resolve(answer());
          } catch (error) {
            reject(error);
          }
        },
      });
    });
  }

  #answerTo(name: string, { returnByValue }: { returnByValue?: boolean }): unknown {
    const answer = this.#answers[name];
    if (answer instanceof Error) throw answer;
    if (name === 'Page.createIsolatedWorld') return { executionContextId: 1 };
    if (answer === NODE) return { result: { objectId: name } };
    return { result: returnByValue ? { value: answer } : { subtype: 'null' } };
  }
}
