import { pageFacts } from '../facts/page-facts.js';
import type { Fact, PageRecord, RecordGroup } from '../facts/record.js';
import { recordGroups } from '../facts/record-groups.js';
import type { JsonObject } from '../model.js';
import { aboutGroup, chooseRecord } from '../records/choose-record.js';
import { findSuperlative } from '../records/question.js';
import type { AnswerContext } from './answer-context.js';
import { fromFacts, isTitle } from './from-facts.js';
import { simplify } from './schema.js';

/** Names that say nothing of what the value is. */
export const generic = /^(?:answer|result|value|response|output|data|text|content|reply)$/i;

/** The row or card that the question means, when its group has what the properties want. */
export function chooseFor(
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
