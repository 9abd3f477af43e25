import type { Element } from 'domhandler';
import type { ScrollsMade } from '../calls/bring-into-view.js';
import type { Page } from '../page/page.js';

/** What is remembered of the intent in hand from step to step. */
export interface IntentState extends ScrollsMade {
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

export function newIntentState(): IntentState {
  return { scrolls: [], redirects: [], excluded: [], looks: 0 };
}

/** Calls an element the same from one capture to the next, as far as a page allows. */
export function markOf(page: Page, element: Element): string {
  const same = page.elements.filter((one) => one.name === element.name);
  return `${element.name}#${same.indexOf(element)}`;
}

/** The element that a mark calls so. */
export function marked(page: Page, mark: string | undefined): Element | undefined {
  return page.elements.find(
    (one) => mark?.startsWith(`${one.name}#`) && markOf(page, one) === mark,
  );
}

/** Whether an element was tried in vain. */
export function isExcluded(page: Page, element: Element, state: IntentState): boolean {
  return state.excluded.length > 0 && state.excluded.includes(markOf(page, element));
}
