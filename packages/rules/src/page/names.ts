import { type Element, isTag, isText } from 'domhandler';
import { controlKind, isField } from './controls.js';
import { ancestors, attribute, type Page, parentElement } from './page.js';
import { sectionHeading } from './section-headings.js';
import { ownText, textOf } from './text.js';

export interface Name {
  text: string;
  /** How far the source is to be trusted, 0 to 1: a label more than an attribute's name. */
  weight: number;
}

const cache = new WeakMap<Page, Map<Element, Name[]>>();

/** What the page calls an element, best source first. Empty when it calls it nothing. */
export function namesOf(page: Page, element: Element): readonly Name[] {
  const known = cache.get(page) ?? new Map<Element, Name[]>();
  cache.set(page, known);
  const found = known.get(element);
  if (found !== undefined) return found;
  const names = collectNames(page, element);
  known.set(element, names);
  return names;
}

/** The best name; the tag's when there is none. */
export function nameOf(page: Page, element: Element): string {
  return namesOf(page, element)[0]?.text ?? element.name;
}

function collectNames(page: Page, element: Element): Name[] {
  const names: Name[] = [];
  const add = (text: string, weight: number) => {
    const trimmed = text
      .replace(/\s+/g, ' ')
      .replace(/(?<![\s*:])[\s*:]+$/, '')
      .trim();
    if (trimmed !== '' && !names.some((name) => name.text === trimmed))
      names.push({ text: trimmed, weight });
  };
  const kind = controlKind(element);
  const labelledBy = attribute(element, 'aria-labelledby').split(/\s+/).filter(Boolean);
  add(
    labelledBy
      .map((id) => page.byId.get(id))
      .map((one) => (one ? textOf(one) : ''))
      .join(' '),
    1,
  );
  add(attribute(element, 'aria-label'), 1);
  for (const label of labelsOf(page, element)) add(textOf(label), 1);
  if (element.name === 'img' || element.name === 'area') add(attribute(element, 'alt'), 1);
  if (element.name === 'input' && kind === 'button') add(attribute(element, 'value'), 1);
  if (kind === 'checkbox' || kind === 'radio') add(textBeside(element), 0.95);
  if (!isField(element)) add(textOf(element), 1);
  add(attribute(element, 'title'), 0.9);
  add(attribute(element, 'placeholder'), 0.92);
  if (isField(element) && names.every((name) => name.weight < 1)) add(textBefore(element), 0.95);
  for (const one of imagesIn(element))
    add(attribute(one, 'alt') || attribute(one, 'aria-label'), 0.95);
  add(humanise(attribute(element, 'name')), 0.85);
  add(humanise(attribute(element, 'id')), 0.8);
  if (kind === 'radio') add(attribute(element, 'value'), 0.85);
  return names;
}

const labelIndex = new WeakMap<Page, Map<string, Element[]>>();

function labelsOf(page: Page, element: Element): Element[] {
  let index = labelIndex.get(page);
  if (index === undefined) {
    index = new Map();
    for (const one of page.elements) {
      const target = one.attribs['for'];
      if (one.name !== 'label' || target === undefined) continue;
      index.set(target, [...(index.get(target) ?? []), one]);
    }
    labelIndex.set(page, index);
  }
  const found = [...(index.get(attribute(element, 'id')) ?? [])];
  for (const up of ancestors(element))
    if (up.name === 'label' && !found.includes(up)) found.push(up);
  return element.attribs['id'] === undefined
    ? found.filter((one) => one.attribs['for'] === undefined || one.attribs['for'] === '')
    : found;
}

/** The text right before a field that no label names: a sibling's, or that of the cell before. */
function textBefore(element: Element): string {
  let at: Element = element;
  for (let depth = 0; depth < 3; depth++) {
    for (let before = at.prev; before !== null; before = before.prev) {
      if (isText(before) && before.data.trim() !== '') return before.data.trim();
      if (!isTag(before) || before.name === 'br') continue;
      if (isField(before) || controlKind(before) !== 'other') return '';
      const text = textOf(before);
      if (text !== '') return text.length <= 80 ? text : '';
    }
    const up = parentElement(at);
    if (
      up === undefined ||
      ['form', 'body', 'fieldset', 'table', 'section', 'main'].includes(up.name)
    )
      return '';
    at = up;
  }
  return '';
}

/** The text a tick box or radio button stands beside; mostly after it. */
function textBeside(element: Element): string {
  for (let after = element.next; after !== null; after = after.next) {
    if (isText(after) && after.data.trim() !== '') return after.data.trim();
    if (isTag(after)) return controlKind(after) === 'other' ? textOf(after) : '';
  }
  const up = parentElement(element);
  return up !== undefined && up.name !== 'form' && textOf(up).length <= 60 ? ownText(up) : '';
}

function imagesIn(element: Element): Element[] {
  return element.children
    .filter(isTag)
    .flatMap((child) =>
      child.name === 'img' || child.name === 'svg' || child.name === 'i' ? [child] : [],
    );
}

function humanise(text: string): string {
  // Machine-made names (":r3:", "input-4f2a91") tell nothing.
  if (/^[:\d]|\d{4,}|[0-9a-f]{8,}/i.test(text)) return '';
  return text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-.[\]:]+/g, ' ')
    .trim();
}

/** Legends, headings of groups and the like that stand around an element, nearest first. */
export function groupNames(page: Page, element: Element): string[] {
  const found: string[] = [];
  for (const up of ancestors(element)) {
    if (up.name === 'fieldset') {
      const legend = up.children.filter(isTag).find((child) => child.name === 'legend');
      if (legend) found.push(textOf(legend));
    }
    const label =
      attribute(up, 'aria-label') ||
      attribute(up, 'aria-labelledby')
        .split(/\s+/)
        .map((id) => page.byId.get(id))
        .map((one) => (one ? textOf(one) : ''))
        .join(' ')
        .trim();
    if (label !== '') found.push(label);
  }
  const heading = sectionHeading(page, element);
  if (heading !== '' && !found.includes(heading)) found.push(heading);
  return found;
}
