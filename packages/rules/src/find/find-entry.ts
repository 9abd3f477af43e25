import type { Element } from 'domhandler';
import type { PageRecord, RecordGroup } from '../facts/record.js';
import { recordGroups } from '../facts/record-groups.js';
import { coverage } from '../language/similarity.js';
import { contentWords, words } from '../language/words.js';
import { controlKind, isDisabled } from '../page/controls.js';
import { nameOf } from '../page/names.js';
import { descendants, type Page } from '../page/page.js';
import { chooseRecord } from '../records/choose-record.js';
import { findOrdinal, findSuperlative } from '../records/question.js';

const opens =
  /\b(?:select|choose|book|view|open|details?|more|buy|add|show|go|read|see|pick|reserve)\b/i;

/**
 * "The cheapest flight", "the third result": the entry of a list or table that the words pick out,
 * and in it what opens or chooses it. Undefined when the words pick none.
 */
export function findEntryControl(
  page: Page,
  target: string,
  now: Date,
): { element: Element; name: string } | undefined {
  if (findSuperlative(target) === undefined && findOrdinal(target) === undefined) return undefined;
  let best: { record: PageRecord; score: number } | undefined;
  for (const group of recordGroups(page)) {
    if (group.kind === 'columns' || group.records.length < 2) continue;
    const chosen = chooseRecord(group, target, now);
    if (chosen?.record.element === undefined || chosen.strength < 0.8) continue;
    const score =
      chosen.strength +
      about(group, target) +
      (group.kind === 'rows' ? 0.2 : 0) +
      Math.min(chosen.record.facts.length, 5) * 0.05;
    if (score > (best?.score ?? 0)) best = { record: chosen.record, score };
  }
  return best?.record.element === undefined
    ? undefined
    : controlIn(page, best.record.element, target);
}

function about(group: RecordGroup, target: string): number {
  return coverage(
    contentWords(target),
    words(`${group.name} ${group.records[0]?.facts[0]?.label ?? ''}`),
  );
}

function controlIn(page: Page, entry: Element, target: string): { element: Element; name: string } {
  const controls = descendants(entry).filter(
    (one) => ['link', 'button', 'radio'].includes(controlKind(one)) && !isDisabled(one),
  );
  const scored = controls.map((element) => {
    const name = nameOf(page, element);
    const said = coverage(contentWords(name), contentWords(target));
    return {
      element,
      name,
      score: said + (opens.test(name) ? 0.4 : 0) + (controlKind(element) === 'link' ? 0.1 : 0),
    };
  });
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best ?? { element: entry, name: nameOf(page, entry) };
}
