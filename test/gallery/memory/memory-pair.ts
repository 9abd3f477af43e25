/** One thing that the agent does, on an element of the page, as a model would point at it. */
export type Deed =
  | readonly ['click', selector: string]
  | readonly ['type', selector: string, text: string]
  | readonly ['enter', selector: string, text: string]
  | readonly ['scroll', 'down' | 'up']
  | readonly ['goToUrl', path: string];

/**
 * A page that an act was recorded on, what became of it, and what must come of playing the act there.
 * Elements with a `data-id` say what is done to them, in order: `buy`, and `name=Ann` for a field.
 */
export interface MemoryPair {
  /** What has changed, as the test's title. */
  readonly name: string;
  readonly prompt: string;
  /** With which the act is recorded. */
  readonly variables?: Readonly<Record<string, string>>;
  /** With which it is played; default: the same. */
  readonly variablesNow?: Readonly<Record<string, string>>;
  readonly before: string;
  /** Default: as before. */
  readonly after?: string;
  /** The documents of iframes and further pages, at `SELF/<name>`; those of afterwards in the place of those. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly partsAfter?: Readonly<Record<string, string>>;
  /** What the agent did when it was recorded. */
  readonly did: readonly Deed[];
  /** What it answered then; nothing where it is left out. */
  readonly answered?: string;
  /** `play`: the model is not asked. `ask`: it is asked, nothing being broken. `heal`: something does not hold. */
  readonly must: 'play' | 'ask' | 'heal';
  /** What is done on the changed page before the model is asked, if it is. */
  readonly does: readonly string[];
  /** Matched by what `metadata.memory` says of why. */
  readonly why?: RegExp;
  /** Days that lie between. */
  readonly days?: number;
  /** The width of the window, where it is another afterwards. */
  readonly widthAfter?: number;
}
