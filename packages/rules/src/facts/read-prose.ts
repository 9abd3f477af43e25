import { type Element, isTag, isText } from 'domhandler';
import { controlKind, isField } from '../page/controls.js';
import { headingLevel, isHeading } from '../page/headings.js';
import { attribute, childElements } from '../page/page.js';
import { isTextLeaf, ownText, textOf } from '../page/text.js';
import type { AddFact } from './add-fact.js';
import { looksLikeValue } from './looks-like-value.js';
import { fieldText } from './read-fields.js';
import { itemsIn } from './read-lists.js';

const maxLabel = 48;

/** "Label: value" in one text, a label and its value as neighbours, and a number with its noun. */
export function readProse(element: Element, add: AddFact): void {
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
    for (const piece of text.length <= 400 ? text.split(/ ?[|•·;] ?|, (?=[^,:]{2,40}: )/) : []) {
      const match =
        /^([^:?!]{1,48}): (\S.*)$/su.exec(piece) ?? /^([\p{L} ]{2,32}) [–—=] (\S.*)$/su.exec(piece);
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
function readPair(children: readonly Element[], add: AddFact): void {
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
function readLabelledNeighbours(element: Element, add: AddFact): void {
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
function readCount(text: string, add: AddFact): void {
  const match = /^(\d[\d.,]*)\s+([\p{L}][\p{L} ]{1,30})$/u.exec(text);
  if (match?.[1] !== undefined && match[2] !== undefined) add(match[2], match[1], 0.6);
}

export function readUnderHeading(heading: Element, add: AddFact): void {
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

export function readAriaLabel(element: Element, add: AddFact): void {
  if (element.name === 'body') return;
  if (controlKind(element) !== 'other') {
    readCount(attribute(element, 'aria-label'), add);
    return;
  }
  const label = attribute(element, 'aria-label') || attribute(element, 'title');
  const text = textOf(element);
  if (label === '') return;
  const rated = /(?<![\d.,])(\d{1,9}(?:[.,]\d{1,9})?) ?(?:(?:out of|of|\/) ?\d|stars?)/i.exec(
    label,
  );
  if (rated !== null) add('rating', rated[1] ?? '', 0.9);
  if (text !== '' && text.length <= 80 && isTextLeaf(element) && label.length <= maxLabel)
    add(label, text, 0.85);
  else if (text === '') readCount(label, add);
}
