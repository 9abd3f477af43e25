import { randomBytes, timingSafeEqual } from 'node:crypto';

export type Answer = 'yes' | 'complete' | 'cancel';

/** One question to a person, behind a link that only they have. */
export class Question {
  /** In the link. It names the question, and whoever opens it first has it. */
  readonly token = secret();
  readonly kind: 'approve' | 'takeover';
  readonly message: string;
  readonly prompt: string;
  readonly screenshot: string;
  /** Kept by the browser that opened the link first: the link alone is of no use to the next. */
  #holder: string | undefined;
  #outcome: Answer | 'withdrawn' | undefined;
  readonly #listeners = new Set<(outcome: Answer | 'withdrawn') => void>();

  constructor(about: Pick<Question, 'kind' | 'message' | 'prompt' | 'screenshot'>) {
    this.kind = about.kind;
    this.message = about.message;
    this.prompt = about.prompt;
    this.screenshot = about.screenshot;
  }

  /** What became of it; undefined while it is open. */
  get outcome(): Answer | 'withdrawn' | undefined {
    return this.#outcome;
  }

  /** The holder's secret, for the browser that comes first; undefined for any other. */
  claim(shown: string | undefined): string | undefined {
    if (this.#holder === undefined) this.#holder = secret();
    else if (!this.isHeldBy(shown)) return undefined;
    return this.#holder;
  }

  isHeldBy(shown: string | undefined): boolean {
    return this.#holder !== undefined && isSame(shown ?? '', this.#holder);
  }

  /** Whether this answer is the one that counts: the first, of a kind that was asked for. */
  answer(answer: unknown): boolean {
    const good = this.kind === 'approve' ? 'yes' : 'complete';
    const given = [good, 'cancel'].find((one) => one === answer) as Answer | undefined;
    if (this.#outcome !== undefined || given === undefined) return false;
    this.#end(given);
    return true;
  }

  withdraw(): void {
    if (this.#outcome === undefined) this.#end('withdrawn');
  }

  /** Calls `listener` once, when it is answered or withdrawn; at once when it has been. */
  onEnd(listener: (outcome: Answer | 'withdrawn') => void): () => void {
    if (this.#outcome !== undefined) listener(this.#outcome);
    else this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #end(outcome: Answer | 'withdrawn'): void {
    this.#outcome = outcome;
    for (const listener of this.#listeners) listener(outcome);
    this.#listeners.clear();
  }
}

const secret = () => randomBytes(32).toString('base64url');

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
