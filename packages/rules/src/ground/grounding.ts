import type { Element } from 'domhandler';
import type { IntentState } from '../find/intent-state.js';
import type { ModelCall } from '../model.js';
import type { Page } from '../page/page.js';
import type { PlannedIntent } from '../prompt/intents.js';

export interface GroundContext {
  page: Page;
  state: IntentState;
  now: Date;
  /** What the act did last to a field; "press enter" and "type X" without a field mean it. */
  lastField: { name: string; value: string } | undefined;
  /** A native dropdown that was "clicked": it opens no list, so the choice that follows is made in it. */
  lastSelect: string | undefined;
  /** Addresses of the act so far, oldest first. */
  visited: readonly string[];
  /** Whether an answer is owed at the end and no clause after this one gives it. */
  last: boolean;
  hasSchema: boolean;
}

/** How an intent meets the page. */
export type Grounding =
  /** Do these; the intent is then done, or is looked at again on the next observation. */
  | {
      kind: 'act';
      calls: ModelCall[];
      done: boolean;
      field?: { name: string; value: string; suggests: boolean };
      /** The form that this sends off. */
      sends?: Element | undefined;
      select?: string;
    }
  /** Nothing is left to do for it. */
  | { kind: 'done'; select?: string }
  /** It comes down to these. */
  | { kind: 'expand'; intents: PlannedIntent[] }
  /** It asks for an answer, which is given at the end. */
  | { kind: 'ask'; question: string }
  /** The page has no such thing. */
  | { kind: 'missing'; message: string };

export function quoteList(names: readonly string[], limit = 6): string {
  const unique = [...new Set(names.filter((name) => name !== ''))].slice(0, limit);
  return unique.map((name) => `“${name.length > 60 ? `${name.slice(0, 57)}…` : name}”`).join(', ');
}
