import type { JsonObject, JsonValue } from '../../model/local-model.js';
import { readParams } from '../instruction/params.js';
import type { Fact, PageRecord, RecordGroup } from '../page/record.js';
import { recordGroups } from '../page/record-groups.js';
import { answerBoolean } from './answer-boolean.js';
import type { AnswerContext, Filled } from './answer-context.js';
import { answerNumber } from './answer-number.js';
import { answerText } from './answer-text.js';
import { convert } from './convert.js';
import { fillArray } from './fill-array.js';
import { type Match, matchFact, type Wanted } from './match-label.js';
import { addressFacts, mainHeading, pageFacts } from './page-facts.js';
import { findSuperlative } from './question.js';
import { type SimpleSchema, simplify } from './schema.js';
import { aboutGroup, chooseRecord } from './select-records.js';

/** Fills a schema from the page. `name` is what the piece is called; empty for the whole. */
export function fillSchema(schema: JsonObject, name: string, context: AnswerContext): Filled {
  const simple = simplify(schema, context.root);
  const filled = fillSimple(simple, name, context);
  if ('missing' in filled && simple.nullable) return { value: null };
  return filled;
}

function fillSimple(schema: SimpleSchema, name: string, context: AnswerContext): Filled {
  switch (schema.type) {
    case 'object':
      return fillObject(schema, name, context);
    case 'array':
      return fillArray(schema, name, context);
    case 'null':
      return { value: null };
    default:
      return name === '' ? fillWhole(schema, context) : fillNamed(schema, name, context);
  }
}

/** A schema that is one value: the question itself says what it is. */
function fillWhole(schema: SimpleSchema, context: AnswerContext): Filled {
  if (schema.choices !== undefined) return fillChoice(schema, context);
  switch (schema.type) {
    case 'number':
    case 'integer': {
      const number = answerNumber(context);
      if (!('value' in number) || typeof number.value !== 'number') return number;
      return { value: schema.type === 'integer' ? Math.round(number.value) : number.value };
    }
    case 'boolean':
      return answerBoolean(context);
    default: {
      const text = answerText(context);
      if (!('value' in text) || typeof text.value !== 'string') return text;
      return { value: convert(text.value, schema, '', context.now) ?? text.value };
    }
  }
}

function fillChoice(schema: SimpleSchema, context: AnswerContext): Filled {
  const text = answerText(context);
  const value =
    'value' in text && typeof text.value === 'string'
      ? convert(text.value, schema, '', context.now)
      : undefined;
  if (value !== undefined) return { value };
  const truth = schema.choices?.some(
    (one) => typeof one === 'string' && /^(?:yes|no|true|false)$/i.test(one),
  )
    ? answerBoolean(context)
    : undefined;
  const said =
    truth !== undefined && 'value' in truth
      ? convert(truth.value === true ? 'yes' : 'no', schema, '', context.now)
      : undefined;
  return said === undefined
    ? {
        missing: `none of ${JSON.stringify(schema.choices)} answers “${context.question}” on this page`,
      }
    : { value: said };
}

const generic = /^(?:answer|result|value|response|output|data|text|content|reply)$/i;

function fillObject(schema: SimpleSchema, name: string, context: AnswerContext): Filled {
  const scalars = schema.properties.filter(([, one]) => {
    const { type } = simplify(one, context.root);
    return type !== 'object' && type !== 'array';
  });
  const chosen =
    context.record === undefined && scalars.length > 0 ? chooseFor(scalars, name, context) : {};
  if (chosen.ambiguous !== undefined) return { missing: chosen.ambiguous };
  const inner = chosen.record === undefined ? context : { ...context, record: chosen.record };
  const value: { [key: string]: JsonValue } = {};
  const missing: string[] = [];
  for (const [key, property] of schema.properties) {
    const filled =
      generic.test(key) && schema.properties.length <= 2 && inner.record === undefined
        ? fillSchema(property, '', inner)
        : fillSchema(property, key, inner);
    if ('value' in filled) value[key] = filled.value;
    else if (schema.required.has(key)) missing.push(filled.missing);
  }
  if (missing.length > 0) return { missing: missing.join('; ') };
  if (Object.keys(value).length === 0 && schema.properties.length > 0)
    return {
      missing: `nothing on the page answers to ${schema.properties.map(([key]) => `“${key}”`).join(', ')}`,
    };
  return { value };
}

/** The row or card that the question means, when its group has what the properties want. */
function chooseFor(
  properties: readonly (readonly [string, JsonObject])[],
  name: string,
  context: AnswerContext,
): { record?: PageRecord; ambiguous?: string } {
  const question =
    name === '' || generic.test(name) ? context.question : `${context.question} ${name}`;
  let best: { record: PageRecord; score: number } | undefined;
  let unchosen: { group: RecordGroup; covered: number } | undefined;
  for (const group of recordGroups(context.page)) {
    const covered = groupCoverage(group, properties, context);
    if (covered === 0) continue;
    const chosen = chooseRecord(group, question, context.now);
    if (chosen === undefined) {
      if (covered > (unchosen?.covered ?? 0)) unchosen = { group, covered };
      continue;
    }
    const score =
      covered * 2 +
      chosen.strength +
      0.3 * aboutGroup(group, question) +
      (group.kind === 'columns' ? -0.05 : 0);
    if (score > (best?.score ?? 0)) best = { record: chosen.record, score };
  }
  const pageCovered = coverageBy(pageFacts(context.page), properties, context);
  if (best !== undefined && best.score >= pageCovered * 2 + 0.2) return { record: best.record };
  const picks = findSuperlative(question) !== undefined && (unchosen?.covered ?? 0) >= 0.5;
  if (
    !picks &&
    pageCovered >= 0.5 &&
    pageCovered >= (unchosen?.covered ?? 0) - 0.01 &&
    !repeats(unchosen?.group, properties, context)
  )
    return {};
  if (best !== undefined) return { record: best.record };
  const rest = unchosen;
  if (rest === undefined || (rest.covered <= pageCovered && !picks)) return {};
  const titles = rest.group.records
    .slice(0, 4)
    .map((record) => `“${record.title.slice(0, 40)}”`)
    .join(', ');
  return {
    ambiguous: `“${context.question}” does not say which of the ${rest.group.records.length} entries${rest.group.name === '' ? '' : ` of “${rest.group.name}”`} is meant (${titles}…)`,
  };
}

/** Whether the page's facts for the properties are only those of the group's many entries. */
function repeats(
  group: RecordGroup | undefined,
  properties: readonly (readonly [string, JsonObject])[],
  context: AnswerContext,
): boolean {
  if (group === undefined || group.records.length < 2 || group.kind === 'columns') return false;
  const own = pageFacts(context.page).filter(
    (fact) =>
      !group.records.some((record) =>
        record.facts.some((one) => one.label === fact.label && one.value === fact.value),
      ),
  );
  return coverageBy(own, properties, context) < groupCoverage(group, properties, context) - 0.01;
}

/** How many of the properties an entry of the group can fill, 0 to 1: that of most of its entries. */
export function groupCoverage(
  group: RecordGroup,
  properties: readonly (readonly [string, JsonObject])[],
  context: AnswerContext,
): number {
  const scores = group.records
    .slice(0, 12)
    .map((record) => coverageBy(record.facts, properties, context, record))
    .sort((a, b) => a - b);
  return scores[Math.floor(scores.length / 2)] ?? 0;
}

function coverageBy(
  facts: readonly Fact[],
  properties: readonly (readonly [string, JsonObject])[],
  context: AnswerContext,
  record?: PageRecord,
): number {
  const found = properties.filter(([key, property]) => {
    const schema = simplify(property, context.root);
    return (
      fromFacts(facts, schema, key, context) !== undefined ||
      (record !== undefined && isTitle(key, schema) && record.title !== '')
    );
  });
  return properties.length === 0 ? 0 : found.length / properties.length;
}

export function isTitle(key: string, schema: SimpleSchema): boolean {
  return (
    (schema.type === 'string' || schema.type === 'any') &&
    /^(?:.*_?(?:name|title)|name|title|label|product|item|heading|headline|planet|country|city|company|flight|book|movie|article|question|subject|.*Name|.*Title)$/.test(
      key,
    ) &&
    !/^(?:first|last|user|file|sur|family|given|author|customer|seller|brand)[_ ]?name$/i.test(key)
  );
}

function fromFacts(
  facts: readonly Fact[],
  schema: SimpleSchema,
  key: string,
  context: AnswerContext,
): { value: JsonValue; match: Match } | undefined {
  const wanted: Wanted = {
    name: key,
    ...(schema.description === undefined ? {} : { description: schema.description }),
  };
  const match = matchFact(
    wanted,
    facts,
    (fact) =>
      convert(fact.value, schema, `${key} ${schema.description ?? ''}`, context.now) !== undefined,
  );
  if (match === undefined) return undefined;
  const value = convert(
    match.fact.value,
    schema,
    `${key} ${schema.description ?? ''} ${match.fact.label}`,
    context.now,
  );
  return value === undefined ? undefined : { value, match };
}

/** One property: of the chosen row, else of the page, its heading, its address, the request. */
function fillNamed(schema: SimpleSchema, key: string, context: AnswerContext): Filled {
  const { record, page } = context;
  if (record !== undefined) {
    const own = fromFacts(record.facts, schema, key, context);
    const titled = isTitle(key, schema)
      ? convert(record.title, schema, key, context.now)
      : undefined;
    if (own !== undefined && (titled === undefined || own.match.score >= 0.8))
      return { value: own.value };
    if (titled !== undefined && record.title !== '') return { value: titled };
    const typed = typedFact(record.text, schema, key, context);
    if (typed !== undefined) return { value: typed };
  }
  const shared = fromFacts(pageFacts(page), schema, key, context);
  // The document's title often carries the site's name too; the heading is what the page is about.
  const named =
    (shared?.match.score ?? 0) >= 0.9 &&
    (shared?.match.fact.label !== 'page title' || /page/i.test(key));
  if (record === undefined && isTitle(key, schema) && !named) {
    const heading = mainHeading(page);
    const value = heading === '' ? undefined : convert(heading, schema, key, context.now);
    if (value !== undefined) return { value };
  }
  if (shared !== undefined && (record === undefined || shared.match.score >= 0.6))
    return { value: shared.value };
  if (record === undefined) {
    const asked = fillWhole(schema, {
      ...context,
      question: questionFor(key, schema, context.question),
    });
    if ('value' in asked) return asked;
  }
  const other = fromFacts([...addressFacts(page), ...requestFacts(context)], schema, key, context);
  if (other !== undefined) return { value: other.value };
  const of = record === undefined ? 'on the page' : `in “${record.title.slice(0, 60)}”`;
  return {
    missing: `found no ${schema.type === 'any' ? 'value' : schema.type} for “${key}” ${of}`,
  };
}

function questionFor(key: string, schema: SimpleSchema, question: string): string {
  const words = key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  if (schema.description !== undefined && schema.description.length < 120)
    return /\?$/.test(schema.description)
      ? schema.description
      : `what is the ${schema.description}`;
  const count = /^(?:number of |num |count of |total )?(.+?)(?: count| total)?$/.exec(words)?.[1];
  if (
    (schema.type === 'integer' || schema.type === 'number') &&
    /\b(?:num|number of|count|total)\b/.test(words)
  )
    return words === 'count' || words === 'total' ? question : `how many ${count} are there`;
  if (schema.type === 'boolean')
    return `is there ${words.replace(/^(?:is|has|have|are|can)\s+/, '')}`;
  return `what is the ${words}`;
}

/** A yes or no that a card says in its own words: "Direct", "Free delivery", "Sold out". */
function typedFact(
  text: string,
  schema: SimpleSchema,
  key: string,
  context: AnswerContext,
): JsonValue | undefined {
  if (schema.type !== 'boolean') return undefined;
  const words = key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/^(?:is|has|have|are|can)\s+/i, '')
    .toLowerCase();
  const stock = /stock|available|sold/.test(words)
    ? /(sold out|out of stock|unavailable)|(in stock|available|\d+ left)/i.exec(text)
    : null;
  if (stock !== null) return /sold/.test(words) ? stock[1] !== undefined : stock[1] === undefined;
  const said = convert(text, schema, key, context.now);
  if (said !== undefined && text.length < 30) return said;
  const negated = new RegExp(`\\b(?:no|not|without|non)[- ]+${words}\\b`, 'i').test(text);
  if (negated) return false;
  return new RegExp(`\\b${words.replace(/[^\w ]/g, '')}\\b`, 'i').test(text)
    ? true
    : /direct|nonstop/.test(words)
      ? /\bnon-?stop|direct\b/i.test(text)
      : false;
}

/** What the request itself said: "from Boston" answers `from` when the page says nothing else. */
function requestFacts(context: AnswerContext): Fact[] {
  const names: Record<string, readonly string[]> = {
    from: ['from', 'origin'],
    to: ['to', 'destination'],
    on: ['date'],
    departing: ['date', 'departure date'],
  };
  return readParams(context.prompt.replace(/[,.;]\s/g, ' , ')).params.flatMap((param) =>
    (names[param.preposition] ?? []).map((label) => ({
      label,
      value: param.value.split(' , ')[0] ?? '',
      weight: 0.5,
    })),
  );
}
