import { pageFacts } from '../facts/page-facts.js';
import { recordGroups } from '../facts/record-groups.js';
import { coverage } from '../language/similarity.js';
import { contentWords } from '../language/words.js';
import type { JsonValue } from '../model.js';
import { aboutGroup } from '../records/choose-record.js';
import { filterRecords } from '../records/filter-records.js';
import { factOf, labelsOf } from '../records/group-labels.js';
import { labelScore } from '../records/match-label.js';
import type { AnswerContext, FilledList } from './answer-context.js';
import { arrange } from './arrange.js';
import { convert } from './convert.js';
import { kindsOfElement } from './kinds-of-element.js';
import type { SimpleSchema } from './schema.js';

/** A list of plain values: of a column, of what the page lists, or of elements of a kind. */
export function scalars(
  items: SimpleSchema,
  name: string,
  question: string,
  context: AnswerContext,
): FilledList {
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
    if (fact !== undefined)
      return { value: all(fact.items ?? fact.value.split(/[,;]/).map((one) => one.trim())) };
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
      .replace(/^(which|who) (.+?) (?:are|is|have|has|with|that|do|does|can)\b.*$/is, '$1 $2')
      .replace(
        /^.*?\b(?:return|list|get|give me|tell me|what are|which|extract|collect|read|name|find)\b\s*/i,
        '',
      )
      .replace(/\b(?:all|the|every|each|of|on|this|page|a|list|in|as|array|json)\b/gi, ' ')
      .replace(/[?.]/g, '')
      .trim() || question
  );
}
