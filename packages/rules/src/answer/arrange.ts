import type { PageRecord, RecordGroup } from '../facts/record.js';
import { factOf, labelsOf, superlativeLabel } from '../records/group-labels.js';
import { labelScore } from '../records/match-label.js';
import { ordered } from '../records/order.js';
import { findLimit, findSuperlative } from '../records/question.js';

/** "sorted by price", "the 3 cheapest": in that order; else as the page has them. */
export function arrange(
  group: RecordGroup,
  records: PageRecord[],
  question: string,
  now: Date,
): PageRecord[] {
  const by = /\b(?:sorted|ordered|ranked|sort|order)\s+by\s+([\p{L} ]+)/iu.exec(question)?.[1];
  const superlative = findLimit(question) === undefined ? undefined : findSuperlative(question);
  const label =
    by !== undefined
      ? labelsOf(group).find((one) => labelScore({ name: by }, one) > 0.6)
      : superlative === undefined
        ? undefined
        : superlativeLabel(group, superlative.labels);
  if (label === undefined) return records;
  const values = ordered(
    records.map((record) => factOf(record, label)?.value ?? ''),
    now,
  );
  const down =
    by === undefined
      ? superlative?.want === 'max'
      : /\bdesc|(?:highest|largest) first/i.test(question) ||
        / first/i.test(question.split(/most /i).slice(1).join(' '));
  return records
    .map((record, index) => ({ record, value: values[index] ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => (down ? b.value - a.value : a.value - b.value))
    .map((one) => one.record);
}
