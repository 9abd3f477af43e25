import { addressFacts, mainHeading, pageFacts } from '../facts/page-facts.js';
import type { JsonValue } from '../model.js';
import { answerBoolean } from './answer-boolean.js';
import type { AnswerContext, Fill, Filled } from './answer-context.js';
import { answerNumber } from './answer-number.js';
import { answerText } from './answer-text.js';
import { chooseFor, generic } from './choose-entry.js';
import { convert } from './convert.js';
import { fillArray } from './fill-array.js';
import { fromFacts, isTitle, questionFor, requestFacts, typedFact } from './from-facts.js';
import { type SimpleSchema, simplify } from './schema.js';

export const fillSchema: Fill = (schema, name, context) => {
  const simple = simplify(schema, context.root);
  const filled = fillSimple(simple, name, context);
  if ('missing' in filled && simple.nullable) return { value: null };
  return filled;
};

function fillSimple(schema: SimpleSchema, name: string, context: AnswerContext): Filled {
  switch (schema.type) {
    case 'object':
      return fillObject(schema, name, context);
    case 'array':
      return fillArray(schema, name, context, fillSchema);
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
