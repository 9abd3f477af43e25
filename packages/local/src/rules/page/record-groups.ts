import type { Element } from 'domhandler';
import { looksLikeMoney } from '../language/numbers.js';
import { parseDuration, parseTime } from '../language/times.js';
import { controlKind } from './controls.js';
import { factsIn } from './facts.js';
import { groupName, isHeading } from './headings.js';
import { attribute, childElements, contains, descendants, type Page, roleOf } from './page.js';
import type { Fact, PageRecord, RecordGroup } from './record.js';
import { tablesOf } from './tables.js';
import { isTextLeaf, textOf } from './text.js';

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
    const entries = entriesOf(element);
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
function entriesOf(element: Element): Element[] {
  const children = childElements(element).filter((child) => textOf(child) !== '');
  if (
    ['ul', 'ol', 'menu'].includes(element.name) ||
    ['list', 'listbox', 'feed'].includes(roleOf(element))
  ) {
    return children.filter(
      (child) =>
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
    leaves[0];
  const titleText = title === undefined ? textOf(element) : textOf(title);
  return {
    title: titleText || attribute(element, 'aria-label'),
    facts: [
      ...factsIn(page, element).filter((fact) => fact.label !== titleText),
      ...typedFacts(leaves.filter((one) => one !== title).map((one) => textOf(one))),
    ],
    text: textOf(element),
    element,
  };
}

/** What is plain from the look of a text: a price, a time, a duration, a star rating, whether it is in stock. */
function typedFacts(texts: readonly string[]): Fact[] {
  const facts: Fact[] = [];
  const times = texts.filter((text) => parseTime(text) !== undefined);
  for (const text of texts) {
    if (looksLikeMoney(text)) facts.push({ label: 'price', value: text, weight: 0.7 });
    if (parseDuration(text) !== undefined)
      facts.push({ label: 'duration', value: text, weight: 0.65 });
    if (/^(?:in stock|out of stock|sold out|available|unavailable)\b/i.test(text))
      facts.push(
        { label: 'in stock', value: text, weight: 0.7 },
        { label: 'availability', value: text, weight: 0.7 },
      );
    const stars =
      /^[★☆⭐]*\s*(\d(?:[.,]\d)?)\s*(?:\/\s*5|out of 5|stars?|★|⭐)/i.exec(text) ??
      /^[★⭐]\s*(\d(?:[.,]\d)?)/.exec(text);
    if (stars?.[1] !== undefined) facts.push({ label: 'rating', value: stars[1], weight: 0.7 });
    const bare = /^[0-4]\.\d$|^5\.0$/.exec(text);
    if (bare !== null) facts.push({ label: 'rating', value: text, weight: 0.5 });
    const author = /\bby\s+(\p{L}[\p{L}\d_.'-]*(?:\s\p{Lu}[\p{L}'-]*){0,2})\s*$/u.exec(text);
    if (author?.[1] !== undefined) facts.push({ label: 'author', value: author[1], weight: 0.65 });
    const reviews = /\(?(\d[\d,.]*)\s*(?:reviews?|ratings?)\)?/i.exec(text);
    if (reviews?.[1] !== undefined)
      facts.push({ label: 'reviews', value: reviews[1], weight: 0.65 });
    const route = /^([\p{L}\d .'-]+?)\s*(?:→|➔|➝|›|to)\s*([\p{L}\d .'-]+)$/u.exec(text);
    if (route?.[1] !== undefined && route[2] !== undefined) {
      const timed = parseTime(route[1]) !== undefined;
      facts.push(
        { label: timed ? 'departure time' : 'from', value: route[1], weight: 0.7 },
        { label: timed ? 'arrival time' : 'to', value: route[2], weight: 0.7 },
      );
    }
  }
  if (times.length === 2)
    facts.push(
      { label: 'departure time', value: times[0] ?? '', weight: 0.55 },
      { label: 'arrival time', value: times[1] ?? '', weight: 0.55 },
    );
  return facts;
}
