import type { Fact, PageRecord, RecordGroup } from '../facts/record.js';
import { parseNumber } from '../language/numbers.js';
import { bestWord } from '../language/similarity.js';
import { contentWords } from '../language/words.js';

/** The labels of a group, each once, in order. */
export function labelsOf(group: RecordGroup): string[] {
  return [...new Set(group.records.flatMap((record) => record.facts.map((fact) => fact.label)))];
}

export function factOf(record: PageRecord, label: string): Fact | undefined {
  return record.facts.find((fact) => fact.label === label);
}

export function numeric(group: RecordGroup, label: string): boolean {
  return group.records.some(
    (record) => parseNumber(factOf(record, label)?.value ?? '') !== undefined,
  );
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
