import type { JsonValue } from '../../model/local-model.js';
import { coverage } from '../language/similarity.js';
import { contentWords } from '../language/words.js';
import { controlKind, isClickable, isField, options } from '../page/controls.js';
import { isHeading } from '../page/headings.js';
import { nameOf } from '../page/names.js';
import type { PageRecord, RecordGroup } from '../page/record.js';
import { recordGroups } from '../page/record-groups.js';
import { textOf } from '../page/text.js';
import type { AnswerContext, Filled } from './answer-context.js';
import { groupCoverage } from './choose-entry.js';
import { aboutGroup } from './choose-record.js';
import { convert } from './convert.js';
import { fillSchema } from './fill-schema.js';
import { filterRecords } from './filter-records.js';
import { factOf, labelsOf, superlativeLabel } from './group-labels.js';
import { labelScore } from './match-label.js';
import { ordered } from './order.js';
import { pageFacts } from './page-facts.js';
import { findLimit, findSuperlative } from './question.js';
import { type SimpleSchema, simplify } from './schema.js';

/** A list: rows of the group that has what the entries want, or values that the page lists. */
export function fillArray(schema: SimpleSchema, name: string, context: AnswerContext): Filled {
  const items = simplify(schema.items, context.root);
  const question =
    name === ''
      ? context.question
      : `${context.question} ${name.replace(/([\p{Ll}])(\p{Lu})/gu, '$1 $2')}`;
  const found =
    items.type === 'object'
      ? objects(schema, items, question, context)
      : scalars(items, name, question, context);
  if ('missing' in found) return found;
  if (found.value.length === 0 || found.value.length < schema.minItems) {
    if (schema.minItems === 0 && items.type === 'object' && emptied(items, context))
      return { value: [] };
    return { missing: `found no list for “${name === '' ? context.question : name}” on the page` };
  }
  const limit = Math.min(schema.maxItems, findLimit(question) ?? Number.POSITIVE_INFINITY);
  return { value: found.value.slice(0, limit) };
}

type List = { value: JsonValue[] } | { missing: string };

function objects(
  schema: SimpleSchema,
  items: SimpleSchema,
  question: string,
  context: AnswerContext,
): List {
  const group = bestGroup(items, question, context);
  if (group === undefined) return { value: [] };
  const kept = filterRecords(group, question, context.now);
  const filled = arrange(group, kept, question, context.now).map((record) =>
    fillSchema(schema.items, '', { ...context, record }),
  );
  const value = filled.flatMap((one) => ('value' in one ? [one.value] : []));
  // A row of totals or an advertisement may lack something; most rows must not.
  const lacking = filled.find((one) => 'missing' in one);
  return lacking !== undefined && 'missing' in lacking && value.length <= filled.length / 2
    ? lacking
    : { value };
}

function bestGroup(
  items: SimpleSchema,
  question: string,
  context: AnswerContext,
): RecordGroup | undefined {
  let best: { group: RecordGroup; score: number } | undefined;
  for (const group of recordGroups(context.page)) {
    const covered = groupCoverage(group, items.properties, context);
    if (covered < 0.5 && covered < items.required.size / Math.max(1, items.properties.length))
      continue;
    const score =
      covered * 2 +
      0.5 * aboutGroup(group, question) +
      (group.kind === 'columns' ? -0.3 : 0) +
      Math.min(group.records.length, 5) * 0.02;
    if (score > (best?.score ?? 0)) best = { group, score };
  }
  return best?.group;
}

/** Nothing fits the conditions although the page has such entries: the empty list is the answer then. */
function emptied(items: SimpleSchema, context: AnswerContext): boolean {
  const group = bestGroup(items, context.question, context);
  return group !== undefined && filterRecords(group, context.question, context.now).length === 0;
}

/** "sorted by price", "the 3 cheapest": in that order; else as the page has them. */
function arrange(
  group: RecordGroup,
  records: PageRecord[],
  question: string,
  now: Date,
): PageRecord[] {
  const by = /\b(?:sorted|ordered|ranked|sort|order)\s+by\s+([\p{L} ]+)/iu.exec(question)?.[1];
  const superlative = findLimit(question) === undefined ? undefined : findSuperlative(question);
  const label =
    by !== undefined
      ? labelsOf(group).find((one) => labelScore({ name: by }, one) > 0.6)
      : superlative === undefined
        ? undefined
        : superlativeLabel(group, superlative.labels);
  if (label === undefined) return records;
  const values = ordered(
    records.map((record) => factOf(record, label)?.value ?? ''),
    now,
  );
  const down =
    by === undefined
      ? superlative?.want === 'max'
      : /\bdesc|highest first|most .* first|largest first/i.test(question);
  return records
    .map((record, index) => ({ record, value: values[index] ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => (down ? b.value - a.value : a.value - b.value))
    .map((one) => one.record);
}

function scalars(
  items: SimpleSchema,
  name: string,
  question: string,
  context: AnswerContext,
): List {
  const { page, now } = context;
  const all = (texts: readonly string[]): JsonValue[] =>
    texts.flatMap((text) => convert(text, items, name, now) ?? []);
  const hint =
    name === '' || /^(?:items|list|results?|values?|names|answers?)$/i.test(name)
      ? askedFor(context.question)
      : name;
  if (context.record !== undefined) {
    const fact = context.record.facts.filter(
      (one) => labelScore({ name: hint }, one.label) >= 0.6,
    )[0];
    if (fact !== undefined) return { value: all(fact.items ?? fact.value.split(/\s*[,;]\s*/)) };
  }
  const which = /^(?:which|who)\b/i.test(context.question.trim()) ? 0.6 : 0;
  const special = kindsOfElement(hint, question, context);
  let best: { texts: string[]; score: number } | undefined;
  const offer = (texts: string[], score: number) => {
    if (score >= 0.55 && score > (best?.score ?? 0) && all(texts).length > 0)
      best = { texts, score };
  };
  for (const fact of pageFacts(page)) {
    if (fact.items !== undefined && fact.items.length > 0)
      offer(fact.items, labelScore({ name: hint }, fact.label) * (0.7 + 0.3 * fact.weight));
  }
  for (const group of recordGroups(page)) {
    if (group.kind === 'columns') continue;
    const records = arrange(group, filterRecords(group, question, now), question, now);
    for (const label of labelsOf(group)) {
      offer(
        records.flatMap((record) => factOf(record, label)?.value ?? []),
        labelScore({ name: hint }, label) + 0.2 * aboutGroup(group, question),
      );
    }
    const named = coverage(
      contentWords(hint).filter((word) => !['name', 'title', 'list'].includes(word)),
      contentWords(group.name),
    );
    const asksNames = /\b(?:names?|titles?)\b/i.test(`${hint} ${question}`);
    offer(
      records.map((record) => record.title),
      (named > 0 ? 0.5 + 0.35 * named : asksNames ? 0.58 : which) +
        (asksNames ? 0.1 : 0) +
        (group.records.length > 1 ? 0.02 : -0.2),
    );
  }
  if (special !== undefined && best === undefined) return { value: all(special) };
  return { value: best === undefined ? [] : all(best.texts) };
}

/** "List the names of all planets" asks for "names of planets". */
function askedFor(question: string): string {
  return (
    question
      .replace(/^(which|who)\s+(.+?)\s+(?:are|is|have|has|with|that|do|does|can)\b.*$/i, '$1 $2')
      .replace(
        /^.*?\b(?:return|list|get|give me|tell me|what are|which|extract|collect|read|name|find)\b\s*/i,
        '',
      )
      .replace(/\b(?:all|the|every|each|of|on|this|page|a|list|in|as|array|json)\b/gi, ' ')
      .replace(/[?.]/g, '')
      .trim() || question
  );
}

function kindsOfElement(
  hint: string,
  question: string,
  context: AnswerContext,
): string[] | undefined {
  const { page } = context;
  const asked = `${hint} ${question}`;
  if (/\boptions?\b/i.test(asked)) {
    const selects = page.elements.filter((one) => one.name === 'select');
    const select =
      selects.find((one) => coverage(contentWords(nameOf(page, one)), contentWords(asked)) > 0.8) ??
      (selects.length === 1 ? selects[0] : undefined);
    if (select !== undefined)
      return options(select)
        .map((one) => textOf(one))
        .filter((text) => text !== '');
  }
  if (/\bheadings?\b/i.test(asked))
    return page.elements.filter((one) => isHeading(one)).map((one) => textOf(one));
  if (/\blinks?\b/i.test(asked))
    return page.elements
      .filter((one) => controlKind(one) === 'link')
      .map((one) => nameOf(page, one));
  if (/\bbuttons?\b/i.test(asked))
    return page.elements
      .filter((one) => controlKind(one) === 'button' && isClickable(one))
      .map((one) => nameOf(page, one));
  if (/\b(?:fields?|labels?|inputs?)\b/i.test(asked))
    return page.elements.filter((one) => isField(one)).map((one) => nameOf(page, one));
  return undefined;
}
