import type { Element } from 'domhandler';
import { contains, type Page, roleOf } from './page.js';
import { textOf } from './text.js';

export function isHeading(element: Element): boolean {
  return /^h[1-6]$/.test(element.name) || roleOf(element) === 'heading';
}

export function headingLevel(element: Element): number {
  return /^h[1-6]$/.test(element.name)
    ? Number(element.name[1])
    : Number(element.attribs['aria-level'] ?? 2);
}

/** The heading an element stands under: the last one before it that does not lie inside of it. */
export function headingOf(page: Page, element: Element): Element | undefined {
  let last: Element | undefined;
  for (const one of page.elements) {
    if (one === element) return last;
    if (isHeading(one) && !contains(element, one)) last = one;
  }
  return last;
}

/** What a list, table or group is called: its caption, label, legend or the heading over it. */
export function groupName(page: Page, element: Element): string {
  const caption = element.children.find(
    (child) => child.type === 'tag' && ['caption', 'legend'].includes((child as Element).name),
  );
  if (caption !== undefined) return textOf(caption as Element);
  const label = element.attribs['aria-label'];
  if (label !== undefined && label !== '') return label;
  const by = page.byId.get(element.attribs['aria-labelledby'] ?? '');
  if (by !== undefined) return textOf(by);
  const heading = headingOf(page, element);
  return heading === undefined ? '' : textOf(heading);
}
