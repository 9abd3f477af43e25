import {
  ancestors,
  attribute,
  type Element,
  groupNames,
  type Page,
  targetClass,
  textOf,
  words,
} from '@nova-act/rules/page';
import type { Target } from '../file/cassette-format.js';
import { elementNames, groupOf, insideOf, rowText } from './describe-element.js';
import { textLikeness } from './text-likeness.js';

/** A row is told from the next by how it begins: what it is called, its number. */
const rowBegins = 2;
/** A dialog or group with a name less like the recorded one asks something else. */
const sameGroup = 0.72;
/** A heading may be worded anew; one that shares next to nothing is that of another page. */
const sameHeading = 0.3;

/**
 * Whether what stands around an element says that it is another than the recorded one. What is but missing on a
 * page made anew says nothing; what is there and says something else does.
 */
export function contradicts(page: Page, element: Element, target: Target): boolean {
  if (isInAnotherRow(page, element, target)) return true;
  if (isInsideAnother(element, target)) return true;
  if (takesAnotherKind(element, target)) return true;
  const isItsOwn = (['id', 'name'] as const).some(
    (name) =>
      target.attributes[name] !== undefined && target.attributes[name] === attribute(element, name),
  );
  return !isItsOwn && isInAnotherGroup(page, element, target);
}

function isInAnotherRow(page: Page, element: Element, target: Target): boolean {
  const { names, near = target.beside } = target;
  if (near === undefined) return false;
  const own = new Set([...names, ...elementNames(page, element)].flatMap((name) => words(name)));
  const besides = (text: string) => words(text).filter((word) => !own.has(word));
  const begins = besides(near).slice(0, rowBegins);
  if (begins.length === 0) return false;
  const around = [rowText(page, element), ...partsAround(page, element, near)].map(besides);
  const telling = around.filter((found) => found.length > 0);
  return (
    telling.length > 0 && !telling.some((found) => begins.every((word) => found.includes(word)))
  );
}

/** The parts of the page around an element that may be its row, whatever they are made of. */
function partsAround(page: Page, element: Element, near: string): string[] {
  const texts: string[] = [];
  for (const up of ancestors(element)) {
    const text = textOf(up);
    if (up === page.body || text.length > 2 * near.length + 100) break;
    texts.push(text);
  }
  return texts;
}

function isInsideAnother(element: Element, { inside }: Target): boolean {
  const now = insideOf(element);
  // A page made anew may wrap itself into elements of its own, not into a frame.
  if (inside === undefined) return /^i?frame\b/.test(now);
  if (now === '' || now === inside) return false;
  const [kind, ...named] = inside.split(' ');
  const [kindNow, ...namedNow] = now.split(' ');
  return kind !== kindNow || (named.length > 0 && namedNow.length > 0);
}

function isInAnotherGroup(page: Page, element: Element, { group, title }: Target): boolean {
  const now = groupOf(page, element);
  if (title !== undefined && now === '' && page.title !== '') {
    return textLikeness(title, page.title) < sameHeading;
  }
  if (group === undefined || now === '') return false;
  const [named] = groupNames(page, element);
  return textLikeness(group, now) < (named ? sameGroup : sameHeading);
}

/** What takes any text still takes what was typed; what takes addresses or days may not. */
function takesAnotherKind(element: Element, { attributes }: Target): boolean {
  if (element.name !== 'input' || targetClass(element) !== 'field') return false;
  const kindOf = (type: string) => (type === '' || type === 'search' ? 'text' : type);
  const now = kindOf(attribute(element, 'type'));
  return now !== 'text' && now !== kindOf(attributes['type'] ?? '');
}
