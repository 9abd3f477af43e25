import {
  ancestors,
  attribute,
  contains,
  type Element,
  elementRole,
  groupNames,
  isTag,
  isText,
  namesOf,
  type Page,
  roleOf,
  targetClass,
  textOf,
} from '@nova-act/rules/page';
import type { Target } from '../file/cassette-format.js';

/** Of any text that is kept. */
export const maxText = 200;
const maxNames = 5;

/** Told as they are. `value` is not among them: it is what the user has put in. */
const keptAttributes = [
  'id',
  'name',
  'type',
  'role',
  'placeholder',
  'title',
  'alt',
  'href',
  'autocomplete',
  'aria-label',
];

const rowTags = new Set(['tr', 'li', 'article', 'dd', 'figure', 'fieldset']);
const rowRoles = new Set(['row', 'listitem', 'article', 'option', 'group', 'radiogroup']);
const headingTag = /^h[1-6]$/;

/** Everything by which the element can be known again. */
export function describeElement(page: Page, element: Element): Target {
  const names = elementNames(page, element);
  const role = elementRole(element);
  const group = groupOf(page, element);
  const alike = alikeOn(page, role, names[0] ?? '');
  const near = rowText(page, element, alike);
  const beside = near === '' ? besideText(element) : '';
  const inside = insideOf(element);
  const attributes: Record<string, string> = {};
  for (const name of keptAttributes) {
    const value = attribute(element, name);
    if (value !== '') attributes[name] = cut(value);
  }
  return {
    role,
    tag: element.name,
    names,
    ...(group === '' ? {} : { group }),
    ...(group !== '' || page.title === '' ? {} : { title: cut(page.title) }),
    ...(near === '' ? {} : { near }),
    ...(beside === '' ? {} : { beside }),
    ...(inside === '' ? {} : { inside }),
    attributes,
    place: { index: alike.indexOf(element), count: alike.length },
  };
}

/** The whole page as a target. */
export const pageTarget: Target = {
  role: 'page',
  tag: 'body',
  names: [],
  attributes: {},
  place: { index: 0, count: 1 },
};

export function elementNames(page: Page, element: Element): string[] {
  const names = namesOf(page, element)
    .map(({ text }) => cut(text))
    .slice(0, maxNames);
  if (names.length > 0 || targetClass(element) === 'field') return names;
  const text = cut(textOf(element));
  return text === '' ? [] : [text];
}

/** The elements of one role and name, in document order. */
export function alikeOn(page: Page, role: string, name: string): Element[] {
  return page.elements.filter(
    (element) =>
      element !== page.body &&
      elementRole(element) === role &&
      (elementNames(page, element)[0] ?? '') === name,
  );
}

/** The legend or label of the nearest group around the element, else the heading that comes before it. */
export function groupOf(page: Page, element: Element): string {
  const [named] = groupNames(page, element);
  return cut(named || (headingsOf(page).get(element) ?? ''));
}

/** The frame or custom element that it stands in: `iframe Payment`, `x-pay`; nothing where it is the page itself. */
export function insideOf(element: Element): string {
  for (const up of ancestors(element)) {
    if (up.name === 'iframe' || up.name === 'frame') {
      return cut(`${up.name} ${attribute(up, 'title') || attribute(up, 'name')}`.trim());
    }
    if (up.name.includes('-')) return up.name;
  }
  return '';
}

const headings = new WeakMap<Page, Map<Element, string>>();

/** The heading before each element, in one pass over the page. */
function headingsOf(page: Page): Map<Element, string> {
  let before = headings.get(page);
  if (before) return before;
  before = new Map();
  headings.set(page, before);
  let heading = '';
  for (const each of page.elements) {
    before.set(each, heading);
    if (headingTag.test(each.name) || roleOf(each) === 'heading') heading = textOf(each);
  }
  return before;
}

/** The text of the row, list item or card around the element; it tells one “Book” from the next. */
export function rowText(page: Page, element: Element, alike: readonly Element[] = []): string {
  const own = textOf(element);
  for (const up of ancestors(element)) {
    if (up === page.body) break;
    if (!rowTags.has(up.name) && !rowRoles.has(roleOf(up))) continue;
    const text = textOf(up);
    if (text !== '' && text !== own) return cut(text);
  }
  return alike.length > 1 ? cardText(page, element, alike) : '';
}

/** Longer texts are read, not looked at for what a button beside them is for. */
const maxBeside = 60;

/** The words right beside a control that stands in no row: “Milk” before its “Delete”. */
export function besideText(element: Element): string {
  if (targetClass(element) !== 'control') return '';
  for (const up of ancestors(element)) {
    if (up.name === 'body') break;
    const text = plainText(up);
    if (text !== '') return text.length <= maxBeside ? text : '';
  }
  return '';
}

/** The text of an element without that of its controls. */
function plainText(element: Element): string {
  const texts = element.children.map((child) => {
    if (isText(child)) return child.data;
    return isTag(child) && targetClass(child) === 'thing' ? plainText(child) : '';
  });
  return texts.join(' ').replaceAll(/\s+/g, ' ').trim();
}

/** What no tag says is a card: the largest part of the page that has one of those alike in it. */
function cardText(page: Page, element: Element, alike: readonly Element[]): string {
  let text = '';
  for (const up of ancestors(element)) {
    if (up === page.body) break;
    if (alike.some((other) => other !== element && contains(up, other))) break;
    if (textOf(up) !== textOf(element)) text = textOf(up);
  }
  return cut(text);
}

function cut(text: string): string {
  return text.length > maxText ? text.slice(0, maxText) : text;
}
