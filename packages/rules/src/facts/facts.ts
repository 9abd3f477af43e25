import { type Element, isTag } from 'domhandler';
import { controlKind, isField } from '../page/controls.js';
import { isHeading } from '../page/headings.js';
import { nameOf } from '../page/names.js';
import {
  attribute,
  childElements,
  contains,
  descendants,
  type Page,
  roleOf,
} from '../page/page.js';
import type { AddFact } from './add-fact.js';
import { readField } from './read-fields.js';
import { readDefinitions, readKeyValueRow } from './read-lists.js';
import { readAriaLabel, readProse, readUnderHeading } from './read-prose.js';
import type { Fact } from './record.js';

/** Labels and values inside an element: definition lists, "label: value", pairs of neighbours, fields. */
export function factsIn(page: Page, scope: Element, leaveOut: readonly Element[] = []): Fact[] {
  const facts: Fact[] = [];
  const add: AddFact = (label, value, weight, items) => {
    const name = label.replace(/(?<![\s:–—-])[\s:–—-]+$/, '').trim();
    const text = value.trim();
    if (name === '' || text === '' || name === text || name.length > 80) return;
    facts.push({ label: name, value: text, weight, ...(items === undefined ? {} : { items }) });
  };
  for (const element of [scope, ...descendants(scope)]) {
    if (leaveOut.some((one) => contains(one, element))) continue;
    if (element.name === 'dl') {
      if (!page.bare || isPlainList(element)) readDefinitions(element, add);
    } else if (element.name === 'tr' || roleOf(element) === 'row') {
      if (!page.bare || isOfPairs(element)) readKeyValueRow(element, add);
    } else if (isField(element) || ['checkbox', 'radio'].includes(controlKind(element))) {
      // What controls hold is not in a bare capture, or what they held once.
      if (!page.bare) readField(page, element, add);
    } else if (element.name === 'meter' || element.name === 'progress')
      add(nameOf(page, element), attribute(element, 'value'), 0.9);
    else readProse(element, add);
    if (isHeading(element)) readUnderHeading(element, add);
    readAriaLabel(element, add);
  }
  return facts;
}

/** In a bare capture: terms and what they mean, none of them replaced by its only child. */
function isPlainList(list: Element): boolean {
  return childElements(list).every((one) => ['dt', 'dd'].includes(one.name));
}

/** In a bare capture, where empty cells are left out: a row among others of two cells at most. */
function isOfPairs(row: Element): boolean {
  const rows = row.parent !== null && isTag(row.parent) ? childElements(row.parent) : [row];
  return rows.every((one) => childElements(one).length <= 2);
}
