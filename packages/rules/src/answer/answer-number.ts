import { recordGroups } from '../facts/record-groups.js';
import { parseNumber } from '../language/numbers.js';
import { bestWord, coverage } from '../language/similarity.js';
import { contentWords, words } from '../language/words.js';
import { controlKind, isChecked, isField, options } from '../page/controls.js';
import { isHeading } from '../page/headings.js';
import { nameOf } from '../page/names.js';
import type { Page } from '../page/page.js';
import { textOf } from '../page/text.js';
import { filterRecords } from '../records/filter-records.js';
import type { AnswerContext, Filled } from './answer-context.js';
import { convert } from './convert.js';
import { lookUp } from './lookup.js';
import { simplify } from './schema.js';

/** A number: a fact's, or how many there are. */
export function answerNumber(context: AnswerContext): Filled {
  const { question } = context;
  const counted = /\b(?:how many|number of|count(?: the| of)?|total number)\b(.*)$/is.exec(
    question,
  )?.[1];
  const hit = lookUp(
    context,
    (fact) => fact.value.length <= 40 && parseNumber(fact.value) !== undefined,
  );
  if (counted !== undefined) {
    const noun = contentWords(
      counted.replace(
        /\b(?:are|is|do|does|did|there|on|in|have|has|can|shown|listed|found|available|currently|total)\b.*$/is,
        ' ',
      ),
    ).filter((word) => word !== '');
    // "How many moons does Mars have" is a fact; "how many planets have rings" is a count.
    if (
      hit !== undefined &&
      noun.length > 0 &&
      coverage(noun, words(hit.fact.label)) > 0.9 &&
      (hit.record !== undefined || hit.score >= 0.8)
    )
      return numeric(hit.fact.value, question, context);
    const count = countOf(context, counted, noun);
    if (count !== undefined) return { value: count };
  }
  if (hit !== undefined) return numeric(hit.fact.value, question, context);
  return { missing: `found no number for “${question}” on the page` };
}

function numeric(text: string, question: string, context: AnswerContext): Filled {
  const value = convert(text, simplify({ type: 'number' }, {}), question, context.now);
  return value === undefined ? { missing: `“${text}” is no number` } : { value };
}

function countOf(
  context: AnswerContext,
  counted: string,
  noun: readonly string[],
): number | undefined {
  const { page, question, now } = context;
  const elements = countElements(page, counted, question);
  if (elements !== undefined) return elements;
  let best: { count: number; score: number; filtered: boolean } | undefined;
  for (const group of recordGroups(page)) {
    if (group.kind === 'columns' || group.records.length === 0) continue;
    const left = filterRecords(group, question, now);
    const filtered = left.length < group.records.length;
    const named = coverage(noun, words(group.name));
    // "How many steps are there in the method": the list is told by its name.
    const told =
      contentWords(group.name).length > 0 &&
      coverage(contentWords(group.name), contentWords(question)) > 0.9
        ? 0.7
        : 0;
    const firstLabel = group.records[0]?.facts[0]?.label ?? '';
    const labelled = coverage(noun, words(firstLabel));
    const said =
      filtered &&
      noun.some(
        (word) =>
          left.every((record) => words(record.text).includes(word)) &&
          !group.records.every((record) => words(record.text).includes(word)),
      )
        ? 0.9
        : 0;
    const generic = noun.some((word) =>
      ['result', 'item', 'row', 'entry', 'record', 'product', 'option', 'card', 'list'].includes(
        word,
      ),
    )
      ? 0.5
      : 0;
    const score =
      Math.max(named, told, labelled * 0.95, said, generic) +
      (filtered ? 0.1 : 0) +
      Math.min(group.records.length, 10) * 0.003 +
      (group.kind === 'rows' ? 0.02 : 0);
    if (Math.max(named, told, labelled, said, generic) >= 0.5 && score > (best?.score ?? 0))
      best = { count: left.length, score, filtered };
  }
  // A number the page states is surer than counting, which sees only what is shown; but it knows no conditions.
  const stated = best?.filtered ? undefined : statedCount(page, noun);
  if (stated !== undefined) return stated;
  if (best !== undefined) return best.count;
  const groups = recordGroups(page).filter(
    (group) => group.kind !== 'columns' && group.records.length > 1,
  );
  const said = groups.filter(
    (group) =>
      noun.length > 0 && group.records.every((record) => coverage(noun, words(record.text)) > 0.9),
  );
  if (said.length === 1)
    return filterRecords(said[0] ?? { name: '', kind: 'rows', records: [] }, question, now).length;
  // One table, or one list of things with something to tell, is what the page is about: the noun is what its entries are.
  const rich = groups.filter(
    (group) =>
      group.kind === 'rows' || group.records.every((record) => words(record.text).length > 4),
  );
  const only = rich.length === 1 ? rich[0] : undefined;
  if (only !== undefined) return filterRecords(only, question, now).length;
  return statedCount(page, noun.slice(0, 1));
}

/** "8 flights found", "Showing 12 results", "Moons: 2". */
function statedCount(page: Page, noun: readonly string[]): number | undefined {
  for (const element of page.elements) {
    if (textOf(element).length > 80) continue;
    const part = /(?<![\d,])([\d,]+) (?:of|out of) \d[\d,]* ([\p{L}-]+)/u.exec(textOf(element));
    if (part !== null && bestWord(noun[0] ?? '', contentWords(part[2] ?? '')) === 1)
      return parseNumber(part[1] ?? '');
    for (const match of textOf(element).matchAll(
      /(?<![\d,])([\d,]+) ([\p{L}-]+(?: [\p{L}-]+){0,3})/gu,
    )) {
      const after = contentWords(match[2] ?? '').slice(0, 2);
      if (noun.length > 0 && noun.every((word) => bestWord(word, after) === 1))
        return parseNumber(match[1] ?? '');
    }
  }
  return undefined;
}

const kinds: readonly [RegExp, (page: Page) => number][] = [
  [/\blinks?\b/i, (page) => page.elements.filter((one) => controlKind(one) === 'link').length],
  [/\bbuttons?\b/i, (page) => page.elements.filter((one) => controlKind(one) === 'button').length],
  [
    /\b(?:images?|pictures?)\b/i,
    (page) => page.elements.filter((one) => one.name === 'img').length,
  ],
  [/\bheadings?\b/i, (page) => page.elements.filter((one) => isHeading(one)).length],
  [
    /\bcheck ?boxes\b/i,
    (page) => page.elements.filter((one) => controlKind(one) === 'checkbox').length,
  ],
  [
    /\b(?:input|form|text) fields?\b|^fields?\b|\binputs?\b/i,
    (page) => page.elements.filter((one) => isField(one)).length,
  ],
  [/\btables?\b/i, (page) => page.elements.filter((one) => one.name === 'table').length],
  [/\bparagraphs?\b/i, (page) => page.elements.filter((one) => one.name === 'p').length],
];

function countElements(page: Page, counted: string, question: string): number | undefined {
  if (page.bare) return undefined; // It leaves elements out.
  if (/\boptions?\b/i.test(counted)) {
    const selects = page.elements.filter((one) => one.name === 'select');
    const select =
      selects.find(
        (one) => coverage(contentWords(nameOf(page, one)), contentWords(question)) > 0.8,
      ) ?? (selects.length === 1 ? selects[0] : undefined);
    if (select !== undefined) return options(select).length;
  }
  if (/\b(?:ticked|checked|selected)\b/i.test(counted))
    return page.elements.filter(
      (one) => ['checkbox', 'radio'].includes(controlKind(one)) && isChecked(one),
    ).length;
  const first = counted
    .trim()
    .split(/\s+/)
    .slice(0, 3)
    .join(' ')
    .replace(/\b(?:are|is|does|do|have|has)\b.*$/s, '');
  return kinds.find(([pattern]) => pattern.test(first))?.[1](page);
}
