import type { Fact } from '../facts/record.js';
import type { JsonValue } from '../model.js';
import { readParams } from '../prompt/params.js';
import { type Match, matchFact, type Wanted } from '../records/match-label.js';
import type { AnswerContext } from './answer-context.js';
import { convert } from './convert.js';
import type { SimpleSchema } from './schema.js';

export function fromFacts(
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

export function isTitle(key: string, schema: SimpleSchema): boolean {
  return (
    (schema.type === 'string' || schema.type === 'any') &&
    /^(?:.*_?(?:name|title)|name|title|label|product|item|heading|headline|planet|country|city|company|flight|book|movie|article|question|subject|.*Name|.*Title)$/.test(
      key,
    ) &&
    !/^(?:first|last|user|file|sur|family|given|author|customer|seller|brand)[_ ]?name$/i.test(key)
  );
}

export function questionFor(key: string, schema: SimpleSchema, question: string): string {
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
export function typedFact(
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
    ? /(sold out|out of stock|unavailable)|(in stock|available|\d left)/i.exec(text)
    : null;
  if (stock !== null) return /sold/.test(words) ? stock[1] !== undefined : stock[1] === undefined;
  const said = convert(text, schema, key, context.now);
  if (said !== undefined && text.length < 30) return said;
  const plainWords = words.replace(/[^\w ]/g, '');
  const negated = new RegExp(`\\b(?:no|not|without|non)[- ] ?${plainWords}\\b`, 'i').test(text);
  if (negated) return false;
  return new RegExp(`\\b${plainWords}\\b`, 'i').test(text)
    ? true
    : /direct|nonstop/.test(words)
      ? /\bnon-?stop|direct\b/i.test(text)
      : false;
}

/** What the request itself said: "from Boston" answers `from` when the page says nothing else. */
export function requestFacts(context: AnswerContext): Fact[] {
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
