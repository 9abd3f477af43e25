import type { ActionHand } from '../actions/action-page.js';

/** One thing that people do with a widget of a library, and what the widget must hold then. */
export interface LibraryCase {
  /** The name of the script in `bundles/` that draws the page. */
  readonly library: string;
  readonly name: string;
  /** Done as a program of the agent does: each action, and then the page settles. */
  act(hand: ActionHand): Promise<unknown>;
  /** Evaluated in the page afterwards. */
  readonly state: string;
  readonly is: unknown;
  /** Matched by what the last action said it did. */
  readonly says?: unknown;
}
