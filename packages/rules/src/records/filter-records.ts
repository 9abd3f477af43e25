import { looksLikeValue } from '../facts/looks-like-value.js';
import type { PageRecord, RecordGroup } from '../facts/record.js';
import { parseBoolean } from '../language/booleans.js';
import { looksLikeMoney } from '../language/numbers.js';
import { bestWord } from '../language/similarity.js';
import { contentWords, rawWords, stem, words } from '../language/words.js';
import { factOf, labelsOf, numeric } from './group-labels.js';
import { bareLabel } from './match-label.js';
import { ordered } from './order.js';
import { type Comparison, findComparisons } from './question.js';

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
