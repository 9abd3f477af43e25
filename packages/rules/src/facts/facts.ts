import type { Element } from 'domhandler';
import { controlKind, isField } from '../page/controls.js';
import { isHeading } from '../page/headings.js';
import { nameOf } from '../page/names.js';
import { attribute, contains, descendants, type Page, roleOf } from '../page/page.js';
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
    if (element.name === 'dl') readDefinitions(element, add);
    else if (element.name === 'tr' || roleOf(element) === 'row') readKeyValueRow(element, add);
    else if (isField(element) || ['checkbox', 'radio'].includes(controlKind(element)))
      readField(page, element, add);
    else if (element.name === 'meter' || element.name === 'progress')
      add(nameOf(page, element), attribute(element, 'value'), 0.9);
    else readProse(element, add);
    if (isHeading(element)) readUnderHeading(element, add);
    readAriaLabel(element, add);
  }
  return facts;
}
