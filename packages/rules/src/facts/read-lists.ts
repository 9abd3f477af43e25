import type { Element } from 'domhandler';
import { childElements, descendants, roleOf } from '../page/page.js';
import { textOf } from '../page/text.js';
import type { AddFact } from './add-fact.js';
import { looksLikeValue } from './looks-like-value.js';
import { controlText } from './read-fields.js';

export function readDefinitions(list: Element, add: AddFact): void {
  let labels: string[] = [];
  let values: string[] = [];
  const flush = () => {
    for (const label of labels) add(label, values.join(', '), 1, values);
    labels = [];
    values = [];
  };
  for (const part of [list, ...descendants(list)]) {
    if (part.name === 'dt') {
      if (values.length > 0) flush();
      labels.push(textOf(part));
    } else if (part.name === 'dd') values.push(textOf(part) || controlText(part));
  }
  flush();
}

export function readKeyValueRow(row: Element, add: AddFact): void {
  const cells = childElements(row);
  if (cells.length > 2) readKeyValueRun(cells, add);
  if (cells.length !== 2) return;
  const [first, second] = cells;
  if (first === undefined || second === undefined) return;
  if (second.name === 'th' || roleOf(second) === 'columnheader') return;
  const sure = first.name === 'th' || roleOf(first) === 'rowheader' || /:$/.test(textOf(first));
  add(textOf(first), textOf(second) || controlText(second), sure ? 1 : 0.8, itemsIn(second));
}

/** Label, value, label, value in one row, where every second cell looks like a value and no other does. */
function readKeyValueRun(cells: readonly Element[], add: AddFact): void {
  if (cells.length % 2 !== 0) return;
  const texts = cells.map((cell) => textOf(cell));
  if (!texts.every((text, at) => looksLikeValue(text) === (at % 2 === 1))) return;
  for (let at = 0; at < texts.length; at += 2) add(texts[at] ?? '', texts[at + 1] ?? '', 0.9);
}

export function itemsIn(element: Element): string[] {
  const entries = descendants(element).filter((one) => one.name === 'li');
  if (entries.length > 0) return entries.map((one) => textOf(one));
  return textOf(element)
    .split(/ ?[,;] | (?:and|&) /)
    .filter((one) => one !== '');
}
