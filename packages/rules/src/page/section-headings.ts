import type { Element } from 'domhandler';
import { isHeading } from './headings.js';
import type { Page } from './page.js';
import { textOf } from './text.js';

const cache = new WeakMap<Page, ReadonlyMap<Element, string>>();

/** The text of the heading an element stands under, by document order; empty before the first. */
export function sectionHeading(page: Page, element: Element): string {
  let index = cache.get(page);
  if (index === undefined) {
    const made = new Map<Element, string>();
    let last = '';
    for (const one of page.elements) {
      if (isHeading(one)) last = textOf(one);
      else made.set(one, last);
    }
    index = made;
    cache.set(page, index);
  }
  return index.get(element) ?? '';
}
