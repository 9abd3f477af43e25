import type { PageRecord, RecordGroup } from '../facts/record.js';
import { coverage } from '../language/similarity.js';
import { contentWords, isStopWord, rawWords, stem, words } from '../language/words.js';
import { filterRecords } from './filter-records.js';
import { factOf, labelsOf, superlativeLabel } from './group-labels.js';
import { labelScore } from './match-label.js';
import { ordered } from './order.js';
import { findOrdinal, findSuperlative } from './question.js';

export interface Chosen {
  record: PageRecord;
  /** How surely the question means this one: 1 by name or superlative, less by place. */
  strength: number;
  superlativeLabel?: string;
}

/** The one record of a group the question means, if it says which. */
export function chooseRecord(group: RecordGroup, question: string, now: Date): Chosen | undefined {
  // "Which plan includes SSO": what is said cannot be what is asked for.
  const entity = /^which\b/i.test(question.trim()) ? undefined : byTitle(group, question);
  const pool = filterRecords(group, question, now);
  const superlative = findSuperlative(question);
  if (superlative !== undefined && pool.length > 0) {
    const label = superlativeLabel(group, superlative.labels);
    if (label !== undefined) {
      const values = ordered(
        pool.map((record) => factOf(record, label)?.value ?? ''),
        now,
      );
      let best = -1;
      for (const [index, value] of values.entries()) {
        const current = values[best];
        if (value === undefined) continue;
        if (
          current === undefined ||
          (superlative.want === 'min' ? value < current : value > current)
        )
          best = index;
      }
      const record = pool[best];
      if (record !== undefined) return { record, strength: 1, superlativeLabel: label };
    }
  }
  const ordinal = findOrdinal(question);
  // "The second issue" is a place in the list even where a title says "Issues".
  if (entity !== undefined && (ordinal === undefined || entity.said > 1)) {
    return { record: entity.record, strength: 0.9 + 0.1 * entity.said };
  }
  if (ordinal !== undefined) {
    const record = pool.at(ordinal > 0 ? ordinal - 1 : ordinal);
    return record === undefined ? undefined : { record, strength: 0.8 };
  }
  const only = pool[0];
  if (only !== undefined && pool.length === 1)
    return { record: only, strength: group.records.length > 1 ? 0.9 : 0.3 };
  if (
    only !== undefined &&
    /\b(?:an?|any|one|some)\s+(?:[\p{L}]+)/iu.test(question) &&
    !/\b(?:the|all|every|each|how many|is there|are there)\b/i.test(question)
  )
    return { record: only, strength: 0.3 };
  return undefined;
}

/** The record whose title the question says; the one with most of its title said, if others have less. */
function byTitle(
  group: RecordGroup,
  question: string,
): { record: PageRecord; said: number } | undefined {
  const asked = new Set(words(question));
  const counts = new Map<string, number>();
  for (const record of group.records) {
    for (const word of new Set(words(record.title))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  let best: { record: PageRecord; score: number; length: number } | undefined;
  let tie = false;
  for (const record of group.records) {
    const title = rawWords(record.title)
      .filter((word) => !isStopWord(word))
      .map(stem);
    if (title.length === 0 || title.length > 14) continue;
    const said = title.filter(
      (word) => asked.has(word) && counts.get(word) !== group.records.length,
    );
    const score = said.length / title.length;
    if (
      score <= 0.5 &&
      said.length < 2 &&
      !(score >= 0.5 && isName(said[0] ?? '', question)) &&
      !isTopic(said[0] ?? '', question)
    )
      continue;
    if (
      best === undefined ||
      said.length > best.length ||
      (said.length === best.length && score > best.score)
    ) {
      best = { record, score, length: said.length };
      tie = false;
    } else if (said.length === best.length && score === best.score) tie = true;
  }
  return best === undefined || tie || group.records.length < 2
    ? undefined
    : { record: best.record, said: best.length };
}

/** Whether the question is about the word: "who wrote about the bridge", "the price of the lasagne". */
function isTopic(word: string, question: string): boolean {
  const topic = /\b(?:about|called|named|titled|of|for)\s+(?:the\s+|a\s+|an\s+)?([\p{L}\p{N}]+)/giu;
  return (
    word.length >= 4 &&
    [...question.matchAll(topic)].some((match) => words(match[1] ?? '').includes(word))
  );
}

/** Whether the question writes the word as a name, with a capital inside the sentence: "Wolf", not "hotel". */
function isName(word: string, question: string): boolean {
  return question
    .split(/[^\p{L}\p{N}]+/u)
    .some((one, index) => index > 0 && /^\p{Lu}/u.test(one) && words(one).includes(word));
}

/** How well a group's name, its labels and its titles speak of what the question is about. */
export function aboutGroup(group: RecordGroup, question: string): number {
  const asked = contentWords(question);
  const named = coverage(contentWords(group.name), asked);
  const labels = labelsOf(group).map((label) => labelScore({ name: label }, question));
  return named + 0.2 * Math.max(0, ...labels);
}
