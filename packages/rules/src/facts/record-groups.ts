import type { Element } from 'domhandler';
import { looksLikeMoney } from '../language/numbers.js';
import { controlKind } from '../page/controls.js';
import { groupName, isHeading } from '../page/headings.js';
import {
  attribute,
  childElements,
  contains,
  descendants,
  type Page,
  roleOf,
} from '../page/page.js';
import { isTextLeaf, ownText, textOf } from '../page/text.js';
import { factsIn } from './facts.js';
import { looksLikeValue } from './looks-like-value.js';
import type { PageRecord, RecordGroup } from './record.js';
import { tablesOf } from './tables.js';
import { typedFacts } from './typed-facts.js';

const cache = new WeakMap<Page, RecordGroup[]>();

/** Everything on the page that comes in several alike: rows of tables, entries of lists, cards. */
export function recordGroups(page: Page): RecordGroup[] {
  const known = cache.get(page);
  if (known !== undefined) return known;
  const tables = tablesOf(page);
  const groups = tables.flatMap((table) => table.groups);
  for (const element of page.elements) {
    if (
      tables.some((table) => contains(table.element, element)) ||
      ['select', 'dl', 'thead'].includes(element.name)
    )
      continue;
    const entries = entriesOf(element, page.bare);
    if (entries.length > 0)
      groups.push({
        name: groupName(page, element),
        kind: 'entries',
        records: entries.map((one) => entryRecord(page, one)),
      });
  }
  cache.set(page, groups);
  return groups;
}

/** Children alike enough to be entries of one list: list items, articles, or blocks of the same make. */
function entriesOf(element: Element, bare: boolean): Element[] {
  const children = childElements(element).filter((child) => textOf(child) !== '');
  if (
    ['ul', 'ol', 'menu'].includes(element.name) ||
    ['list', 'listbox', 'feed'].includes(roleOf(element))
  ) {
    // In a bare capture what an entry holds may stand in its place.
    return children.filter(
      (child) =>
        bare ||
        child.name === 'li' ||
        ['listitem', 'option', 'article'].includes(roleOf(child)) ||
        child.name === 'article',
    );
  }
  for (const name of new Set(children.map((child) => child.name))) {
    const same = children.filter((child) => child.name === name);
    if (
      same.length < 2 ||
      !['article', 'section', 'div', 'a', 'li', 'figure', 'button'].includes(name)
    )
      continue;
    const shapes = same.map((child) => shapeOf(child));
    const rich = same.filter((child) => name === 'article' || leavesOf(child).length >= 2);
    if (
      rich.length === same.length &&
      new Set(shapes).size <= Math.max(1, Math.ceil(same.length / 2))
    )
      return same;
    if (name === 'article') return same;
  }
  return [];
}

function shapeOf(element: Element): string {
  return childElements(element)
    .map((child) => child.name)
    .join('>');
}

function leavesOf(element: Element): Element[] {
  return [element, ...descendants(element)].filter(
    (one) => isTextLeaf(one) && textOf(one) !== '' && one.name !== 'option',
  );
}

function entryRecord(page: Page, element: Element): PageRecord {
  const leaves = leavesOf(element);
  const inside = descendants(element);
  const title =
    inside.find((one) => isHeading(one)) ??
    inside.find((one) => ['strong', 'b'].includes(one.name) && !looksLikeMoney(textOf(one))) ??
    inside.find((one) => controlKind(one) === 'link' && textOf(one) !== '') ??
    leaves.find((one) => !looksLikeValue(textOf(one))) ??
    leaves[0];
  const own = ownText(element);
  const bare =
    inside.some((one) => isHeading(one)) || own === '' || looksLikeValue(own) ? undefined : own;
  const titleText =
    bare !== undefined && (title === undefined || looksLikeValue(textOf(title)))
      ? bare
      : title === undefined
        ? textOf(element)
        : textOf(title);
  return {
    title: titleText || attribute(element, 'aria-label'),
    facts: [
      ...factsIn(page, element).filter(
        (fact) => fact.label !== titleText || title === undefined || !isHeading(title),
      ),
      ...typedFacts(leaves.filter((one) => textOf(one) !== titleText).map((one) => textOf(one))),
    ],
    text: textOf(element),
    element,
  };
}
