import { type Element, isTag, isText } from 'domhandler';
import { looksLikeMoney, parseNumber } from '../language/numbers.js';
import { controlKind, isChecked, isField, options } from './controls.js';
import { headingLevel, isHeading } from './headings.js';
import { nameOf } from './names.js';
import { attribute, childElements, contains, descendants, type Page, roleOf } from './page.js';
import type { Fact } from './record.js';
import { isTextLeaf, ownText, textOf } from './text.js';

const maxLabel = 48;

/** Labels and values inside an element: definition lists, "label: value", pairs of neighbours, fields. */
export function factsIn(page: Page, scope: Element, leaveOut: readonly Element[] = []): Fact[] {
  const facts: Fact[] = [];
  const add = (label: string, value: string, weight: number, items?: string[]) => {
    const name = label.replace(/[\s:–—-]+$/, '').trim();
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

type Add = (label: string, value: string, weight: number, items?: string[]) => void;

function readDefinitions(list: Element, add: Add): void {
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

function readKeyValueRow(row: Element, add: Add): void {
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
function readKeyValueRun(cells: readonly Element[], add: Add): void {
  if (cells.length % 2 !== 0) return;
  const texts = cells.map((cell) => textOf(cell));
  if (!texts.every((text, at) => looksLikeValue(text) === (at % 2 === 1))) return;
  for (let at = 0; at < texts.length; at += 2) add(texts[at] ?? '', texts[at + 1] ?? '', 0.9);
}

/** What a cell holds when it holds a field. */
function controlText(element: Element): string {
  const field = descendants(element).find((one) => isField(one));
  return field === undefined ? '' : fieldText(field);
}

function fieldText(field: Element): string {
  if (field.name !== 'select')
    return field.name === 'textarea'
      ? ownText(field)
      : attribute(field, 'value') ||
          (field.attribs['contenteditable'] === undefined ? '' : textOf(field));
  const all = options(field);
  const chosen = all.filter((one) => one.attribs['selected'] !== undefined);
  return (chosen.length > 0 ? chosen : all.slice(0, 1)).map((one) => textOf(one)).join(', ');
}

function readField(page: Page, field: Element, add: Add): void {
  const kind = controlKind(field);
  if (kind === 'checkbox') add(nameOf(page, field), isChecked(field) ? 'Yes' : 'No', 0.85);
  else if (kind === 'radio') {
    if (isChecked(field)) {
      const group = attribute(field, 'name');
      if (group !== '') add(group.replace(/[_-]+/g, ' '), nameOf(page, field), 0.8);
      for (let up = field.parent; up !== null && isTag(up); up = up.parent) {
        if (up.name !== 'fieldset') continue;
        const legend = up.children.filter(isTag).find((one) => one.name === 'legend');
        if (legend) add(textOf(legend), nameOf(page, field), 0.85);
        break;
      }
    }
  } else add(nameOf(page, field), fieldText(field), 0.75);
}

/** "Label: value" in one text, a label and its value as neighbours, and a number with its noun. */
function readProse(element: Element, add: Add): void {
  const children = childElements(element);
  if (
    ['dt', 'dd', 'table', 'tbody', 'thead', 'select', 'option', 'label', 'button'].includes(
      element.name,
    )
  ) {
    if (element.name !== 'dd') return;
  }
  const text = textOf(element);
  if (isTextLeaf(element) || onlyInline(element)) {
    for (const piece of text.length <= 400
      ? text.split(/\s*[|•·;]\s*|,\s+(?=[^,:]{2,40}:\s)/)
      : []) {
      const match =
        /^([^:?!]{1,48}?)\s*:\s+(\S.*)$/su.exec(piece) ??
        /^([\p{L} ]{2,32})\s+[–—=]\s+(\S.*)$/u.exec(piece);
      if (match?.[1] !== undefined && match[2] !== undefined && !/^\d+$/.test(match[1].trim()))
        add(match[1], match[2], 0.95);
    }
  }
  if (children.length === 2 && ownText(element) === '') readPair(children, add);
  else if (children.length > 2) readLabelledNeighbours(element, add);
  if (isTextLeaf(element) && text.length <= 60) readCount(text, add);
}

function onlyInline(element: Element): boolean {
  return childElements(element).every(
    (child) =>
      [
        'b',
        'strong',
        'span',
        'em',
        'i',
        'a',
        'small',
        'time',
        'data',
        'code',
        'label',
        'var',
        'abbr',
        'br',
        'sup',
        's',
        'del',
        'ins',
        'mark',
        'sub',
      ].includes(child.name) && childElements(child).every((one) => isTextLeaf(one)),
  );
}

/** Two neighbours alone in their parent: label and value, or a big number over its label. */
function readPair(children: readonly Element[], add: Add): void {
  const [first, second] = children;
  if (first === undefined || second === undefined || isHeading(first)) return;
  if (controlKind(first) !== 'other' || controlKind(second) !== 'other') return;
  const one = textOf(first);
  const two = textOf(second);
  if (one === '' || two === '' || !isShallow(first) || !isShallow(second)) return;
  const oneIsValue = looksLikeValue(one);
  const twoIsValue = looksLikeValue(two);
  if (oneIsValue && !twoIsValue && two.length <= maxLabel) add(two, one, 0.9);
  else if (one.length <= maxLabel && !oneIsValue)
    add(one, two, /:$/.test(one) || twoIsValue ? 0.95 : 0.7, itemsIn(second));
}

function isShallow(element: Element): boolean {
  return isTextLeaf(element) || childElements(element).every((child) => isTextLeaf(child));
}

/** `<b>Price</b> $5`, `<strong>Author:</strong> <a>Ada</a>`: a bold or colon-ended part names what follows it. */
function readLabelledNeighbours(element: Element, add: Add): void {
  for (const child of childElements(element)) {
    const label = textOf(child);
    const bold = ['b', 'strong', 'label', 'em'].includes(child.name);
    if (
      label === '' ||
      label.length > maxLabel ||
      !(bold || /:$/.test(label)) ||
      !isTextLeaf(child)
    )
      continue;
    let value = '';
    for (let after = child.next; after !== null; after = after.next) {
      if (isText(after)) value += after.data;
      else if (isTag(after)) {
        if (after.name === 'br' && value.trim() !== '') break;
        if (['b', 'strong', 'label', 'dt'].includes(after.name) || /:$/.test(textOf(after))) break;
        value += ` ${textOf(after) || (isField(after) ? fieldText(after) : '')}`;
        if (!['a', 'span', 'br', 'time', 'code'].includes(after.name)) break;
      }
    }
    add(
      label,
      value.replace(/^\s*[:–—-]\s*/, ''),
      /:$/.test(label) || /^\s*:/.test(value) ? 1 : 0.75,
    );
  }
}

/** "12 reviews", "3 stops": a number with its noun. */
function readCount(text: string, add: Add): void {
  const match = /^(\d[\d.,]*)\s+([\p{L}][\p{L} ]{1,30})$/u.exec(text);
  if (match?.[1] !== undefined && match[2] !== undefined) add(match[2], match[1], 0.6);
}

function readUnderHeading(heading: Element, add: Add): void {
  const texts: string[] = [];
  for (let after = heading.next; after !== null && texts.length < 3; after = after.next) {
    if (!isTag(after)) continue;
    if (isHeading(after) && headingLevel(after) <= headingLevel(heading)) break;
    if (['ul', 'ol'].includes(after.name)) {
      const items = childElements(after)
        .map((one) => textOf(one))
        .filter((one) => one !== '');
      add(textOf(heading), items.join(', '), 0.8, items);
      return;
    }
    if (
      ['p', 'div', 'span', 'blockquote', 'address', 'time', 'strong'].includes(after.name) &&
      isShallow(after)
    )
      texts.push(textOf(after));
    else break;
  }
  if (texts.length > 0)
    add(
      textOf(heading),
      texts.join(' '),
      texts.length === 1 && (texts[0]?.length ?? 0) < 60 ? 0.7 : 0.5,
    );
}

function readAriaLabel(element: Element, add: Add): void {
  if (element.name === 'body') return;
  if (controlKind(element) !== 'other') {
    readCount(attribute(element, 'aria-label'), add);
    return;
  }
  const label = attribute(element, 'aria-label') || attribute(element, 'title');
  const text = textOf(element);
  if (label === '') return;
  const rated =
    /(\d+(?:[.,]\d+)?)\s*(?:out of|of|\/)\s*\d+\s*(?:stars?)?|(\d+(?:[.,]\d+)?)\s*stars?/i.exec(
      label,
    );
  if (rated !== null) add('rating', rated[1] ?? rated[2] ?? '', 0.9);
  if (text !== '' && text.length <= 80 && isTextLeaf(element) && label.length <= maxLabel)
    add(label, text, 0.85);
  else if (text === '') readCount(label, add);
}

function itemsIn(element: Element): string[] {
  const entries = descendants(element).filter((one) => one.name === 'li');
  if (entries.length > 0) return entries.map((one) => textOf(one));
  return textOf(element)
    .split(/\s*[,;]\s+|\s+(?:and|&)\s+/)
    .filter((one) => one !== '');
}

/** Numbers, prices, dates and the like: what values look like and labels do not. */
export function looksLikeValue(text: string): boolean {
  return (
    looksLikeMoney(text) ||
    /^[-+−]?\d/.test(text.trim()) ||
    (parseNumber(text) !== undefined && /^[^\p{L}]*$/u.test(text)) ||
    /^(?:yes|no)$/i.test(text.trim())
  );
}
