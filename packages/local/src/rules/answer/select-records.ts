import { parseBoolean } from '../language/booleans.js';
import { looksLikeMoney, parseNumber } from '../language/numbers.js';
import { bestWord, coverage } from '../language/similarity.js';
import { contentWords, isStopWord, rawWords, stem, words } from '../language/words.js';
import { looksLikeValue } from '../page/facts.js';
import type { Fact, PageRecord, RecordGroup } from '../page/record.js';
import { bareLabel, labelScore } from './match-label.js';
import { ordered } from './order.js';
import { type Comparison, findComparisons, findOrdinal, findSuperlative } from './question.js';

/** The labels of a group, each once, in order. */
export function labelsOf(group: RecordGroup): string[] {
  return [...new Set(group.records.flatMap((record) => record.facts.map((fact) => fact.label)))];
}

export function factOf(record: PageRecord, label: string): Fact | undefined {
  return record.facts.find((fact) => fact.label === label);
}

/** Records that the question's conditions leave: "under $20", "direct", "with rings", "gas giants". */
export function filterRecords(group: RecordGroup, question: string, now: Date): PageRecord[] {
  let left = group.records;
  for (const comparison of findComparisons(question)) {
    const label = comparedLabel(group, comparison);
    if (label === undefined) continue;
    left = left.filter((record) => {
      const read = ordered([factOf(record, label)?.value ?? ''], now)[0];
      const value =
        read === undefined || comparison.value < unitOf(label) ? read : read * unitOf(label);
      if (value === undefined) return false;
      if (value === comparison.value) return comparison.orEqual;
      return comparison.test === 'less' ? value < comparison.value : value > comparison.value;
    });
  }
  for (const label of labelsOf(group)) {
    const kept = left.filter((record) => saidOf(record, label, question, group));
    if (kept.length > 0 && kept.length < left.length) left = kept;
  }
  return filterByYesNo(group, left, question);
}

/** What a column counts in: "Population (millions)". */
function unitOf(label: string): number {
  const unit = /\b(thousand|million|billion)s?\b/i.exec(label)?.[1]?.toLowerCase();
  return unit === 'thousand' ? 1e3 : unit === 'million' ? 1e6 : unit === 'billion' ? 1e9 : 1;
}

function comparedLabel(group: RecordGroup, comparison: Comparison): string | undefined {
  const titles = new Set(group.records.map((record) => record.title));
  const labels = labelsOf(group).filter((label) => !titles.has(label));
  const money = labels.find((label) =>
    group.records.some((record) => looksLikeMoney(factOf(record, label)?.value ?? '')),
  );
  if (comparison.money && money !== undefined) return money;
  for (const word of comparison.near) {
    const named = labels.find((label) => bestWord(word, contentWords(label)) >= 0.84);
    if (named !== undefined && numeric(group, named)) return named;
  }
  return money ?? (comparison.money ? undefined : labels.find((label) => numeric(group, label)));
}

function numeric(group: RecordGroup, label: string): boolean {
  return group.records.some(
    (record) => parseNumber(factOf(record, label)?.value ?? '') !== undefined,
  );
}

/** Whether the question says this record's value in the column; true of every record when it says none. */
function saidOf(record: PageRecord, label: string, question: string, group: RecordGroup): boolean {
  const value = factOf(record, label)?.value ?? '';
  if (
    value === '' ||
    value.length > 50 ||
    looksLikeValue(value) ||
    parseBoolean(value) !== undefined
  )
    return false;
  const asked = words(question);
  const own = contentWords(value);
  if (
    own.length === 0 ||
    own.every(
      (word) => contentWords(group.name).includes(word) || contentWords(label).includes(word),
    )
  )
    return false;
  return own.every((word) => asked.includes(word));
}

/** "with rings", "that are in stock", "without stops". */
function filterByYesNo(group: RecordGroup, records: PageRecord[], question: string): PageRecord[] {
  let left = records;
  for (const label of labelsOf(group)) {
    const values = group.records.map((record) => parseBoolean(factOf(record, label)?.value ?? ''));
    if (
      values.filter((value) => value !== undefined).length < Math.max(1, group.records.length / 2)
    )
      continue;
    const named = contentWords(bareLabel(label));
    const asked = words(question);
    if (!named.every((word) => asked.includes(word))) continue;
    const last = named.at(-1) ?? '';
    const want =
      !new RegExp(
        `\\b(?:without|no|not|lacking|non)\\b[\\w\\s-]{0,20}\\b${escapePattern(last)}`,
        'i',
      ).test(question) && !new RegExp(`\\b(?:un|in)${escapePattern(last)}`, 'i').test(question);
    const relative =
      /\b(?:with|without|that|which|whose|have|having|no|not|lacking|in)\b/i.test(question) ||
      rawWords(question).some((word) => stem(word) === last);
    if (relative)
      left = left.filter((record) => parseBoolean(factOf(record, label)?.value ?? '') === want);
  }
  return left;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

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

export function superlativeLabel(
  group: RecordGroup,
  wanted: readonly string[],
): string | undefined {
  let best: { label: string; score: number } | undefined;
  const labels = labelsOf(group).filter((label) => numeric(group, label));
  for (const [index, word] of wanted.entries()) {
    for (const label of labels) {
      const score = bestWord(word, contentWords(label)) * (index < 2 ? 1 : 0.95) - index * 0.01;
      if (score > Math.max(0.7, best?.score ?? 0)) best = { label, score };
    }
  }
  return best?.label;
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
