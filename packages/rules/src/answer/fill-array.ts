import type { RecordGroup } from '../facts/record.js';
import { recordGroups } from '../facts/record-groups.js';
import { aboutGroup } from '../records/choose-record.js';
import { filterRecords } from '../records/filter-records.js';
import { findLimit } from '../records/question.js';
import type { AnswerContext, Fill, Filled, FilledList } from './answer-context.js';
import { arrange } from './arrange.js';
import { groupCoverage } from './choose-entry.js';
import { scalars } from './fill-scalars.js';
import { type SimpleSchema, simplify } from './schema.js';

/**
 * A list: rows of the group that has what the entries want, each filled with `fill`, or values that the page
 * lists.
 */
export function fillArray(
  schema: SimpleSchema,
  name: string,
  context: AnswerContext,
  fill: Fill,
): Filled {
  const items = simplify(schema.items, context.root);
  const question =
    name === ''
      ? context.question
      : `${context.question} ${name.replace(/([\p{Ll}])(\p{Lu})/gu, '$1 $2')}`;
  const found =
    items.type === 'object'
      ? objects(schema, items, question, context, fill)
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

function objects(
  schema: SimpleSchema,
  items: SimpleSchema,
  question: string,
  context: AnswerContext,
  fill: Fill,
): FilledList {
  const group = bestGroup(items, question, context);
  if (group === undefined) return { value: [] };
  const kept = filterRecords(group, question, context.now);
  const filled = arrange(group, kept, question, context.now).map((record) =>
    fill(schema.items, '', { ...context, record }),
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
