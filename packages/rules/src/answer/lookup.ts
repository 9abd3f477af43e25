import { mainHeading, pageFacts } from '../facts/page-facts.js';
import type { Fact, PageRecord } from '../facts/record.js';
import { recordGroups } from '../facts/record-groups.js';
import { bestWord } from '../language/similarity.js';
import { contentWords, words } from '../language/words.js';
import { chooseRecord } from '../records/choose-record.js';
import { bareLabel } from '../records/match-label.js';
import { findSuperlative, questionWords } from '../records/question.js';
import type { AnswerContext } from './answer-context.js';

export interface Hit {
  fact: Fact;
  score: number;
  record?: PageRecord;
}

/** The fact a question asks for: the label and, among several alike, the entry must be said. */
export function lookUp(
  context: AnswerContext,
  accepts: (fact: Fact) => boolean = () => true,
): Hit | undefined {
  const { page, question, now } = context;
  const superlative = findSuperlative(question);
  const asked = questionWords(question).filter(
    (word) => !(superlative?.words ?? []).includes(word),
  );
  let best: Hit | undefined;
  const offer = (fact: Fact, bonus: number, record?: PageRecord) => {
    if (!accepts(fact)) return;
    const said = saidLabel(fact.label, asked);
    if (said < 0.5) return;
    // The title is what the entry is found by; asked for is mostly something else.
    const named = record !== undefined && fact.value === record.title ? 0.2 : 0;
    const score = said * (0.6 + 0.4 * fact.weight) + bonus - named;
    if (score > (best?.score ?? 0))
      best = { fact, score, ...(record === undefined ? {} : { record }) };
  };
  for (const group of recordGroups(page)) {
    if (group.records.length < 2) continue;
    const chosen = chooseRecord(group, question, now);
    if (chosen === undefined || chosen.strength < 0.8) continue;
    for (const fact of chosen.record.facts) offer(fact, 0.4 * chosen.strength, chosen.record);
  }
  const leftOver = asked.filter((word) => !words(mainHeading(page)).includes(word));
  for (const fact of pageFacts(page)) {
    // What every page has is only meant when it is named.
    if (
      /^(?:page title|heading|url)$/.test(fact.label) &&
      !/\b(?:title|heading|url|address)\b/i.test(question)
    )
      continue;
    // All words of the question in the label and the heading: the page is about it.
    // Prose under a heading answers only when it holds all that was asked.
    if (
      fact.weight <= 0.5 &&
      !leftOver.every((word) => bestWord(word, words(`${fact.label} ${fact.value}`)) > 0.8)
    )
      continue;
    const labelled = leftOver.filter((word) => bestWord(word, words(fact.label)) > 0.8).length;
    offer(fact, leftOver.length === 0 ? 0 : 0.3 * (labelled / leftOver.length));
  }
  return best;
}

/** How much of a label the question says, 0 to 1. */
function saidLabel(label: string, asked: readonly string[]): number {
  const own = contentWords(bareLabel(label));
  if (own.length === 0) return 0;
  let sum = 0;
  for (const word of own) sum += bestWord(word, asked);
  // "Price per month": the first word says what it is, the rest how it is measured.
  return Math.max(sum / own.length, 0.7 * bestWord(own[0] ?? '', asked));
}
