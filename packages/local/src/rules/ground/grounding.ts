import type { Element } from 'domhandler';
import type { ModelCall } from '../../model/local-model.js';
import type { PlannedIntent } from '../instruction/intents.js';
import type { Page } from '../page/page.js';

/** What is remembered of the intent in hand from step to step. */
export interface IntentState {
  /** Scrolls made so far to bring the target into view, with where it stood. */
  scrolls: string[];
  /** What the client said when it could not do what was asked. */
  redirects: string[];
  /** Marks of elements that were tried in vain. */
  excluded: string[];
  /** Mark of the element tried last. */
  tried?: string;
  /** A list was opened for this intent. */
  opened?: boolean;
  /** Observations made while waiting or turning pages. */
  looks: number;
}

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

export function newIntentState(): IntentState {
  return { scrolls: [], redirects: [], excluded: [], looks: 0 };
}

/** Calls an element the same from one capture to the next, as far as a page allows. */
export function markOf(page: Page, element: Element): string {
  const same = page.elements.filter((one) => one.name === element.name);
  return `${element.name}#${same.indexOf(element)}`;
}

/** Whether an element was tried in vain. */
export function isExcluded(page: Page, element: Element, state: IntentState): boolean {
  return state.excluded.length > 0 && state.excluded.includes(markOf(page, element));
}

export function quoteList(names: readonly string[], limit = 6): string {
  const unique = [...new Set(names.filter((name) => name !== ''))].slice(0, limit);
  return unique.map((name) => `“${name.length > 60 ? `${name.slice(0, 57)}…` : name}”`).join(', ');
}
