import type { Element } from 'domhandler';
import { nameSimilarity } from '../language/similarity.js';
import { type ControlKind, controlKind, isDisabled, isField } from '../page/controls.js';
import { groupNames, nameOf, namesOf } from '../page/names.js';
import { type Page, roleOf } from '../page/page.js';
import { fieldName } from '../prompt/parse-value.js';
import { type IntentState, isExcluded, newIntentState } from './intent-state.js';

export interface FoundField {
  element: Element;
  kind: ControlKind;
  name: string;
  score: number;
}

/** Fields and what opens a list of choices: everything a value can be put into. */
export function fieldsOf(page: Page): Element[] {
  return page.elements.filter((element) => {
    if (isField(element)) return hasSize(page, element);
    return hasSize(page, element) && opensList(element);
  });
}

export function opensList(element: Element): boolean {
  return (
    controlKind(element) === 'button' &&
    (roleOf(element) === 'combobox' ||
      ['listbox', 'menu', 'true', 'dialog', 'grid'].includes(
        element.attribs['aria-haspopup'] ?? '',
      ))
  );
}

function hasSize(page: Page, element: Element): boolean {
  const box = page.boxOf(element);
  return box !== undefined && box.width > 0 && box.height > 0;
}

/** How well a field answers to a name, its own or together with the group it stands in. */
export function fieldScore(
  page: Page,
  element: Element,
  wanted: string,
): { score: number; name: string } {
  let best = { score: 0, name: nameOf(page, element) };
  const groups = groupNames(page, element);
  const tries = [wanted, fieldName(wanted)];
  for (const name of namesOf(page, element)) {
    for (const text of tries) {
      const own = name.weight * nameSimilarity(text, name.text);
      if (own > best.score) best = { score: own, name: name.text };
      for (const group of groups) {
        const grouped = 0.97 * name.weight * nameSimilarity(text, `${group} ${name.text}`);
        if (grouped > best.score) best = { score: grouped, name: name.text };
      }
    }
  }
  return best;
}

/** Fields by how well they answer to the name, best first. */
export function rankFields(page: Page, wanted: string, state: IntentState): FoundField[] {
  return fieldsOf(page)
    .filter((element) => !isExcluded(page, element, state))
    .map((element) => {
      const { score, name } = fieldScore(page, element, wanted);
      const usable = isDisabled(element) ? score - 0.15 : score;
      return { element, kind: controlKind(element), name, score: usable };
    })
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score);
}

/** What to call a field so that it is found again, and no other: its name, with its group's where names repeat. */
export function uniqueName(page: Page, field: Element): string {
  const own = namesOf(page, field).map((name) => name.text);
  const grouped = groupNames(page, field).flatMap((group) => own.map((name) => `${group} ${name}`));
  const state = newIntentState();
  const sure = [...own.slice(0, 1), ...grouped, ...own.slice(1)].find((name) => {
    const [first, second] = rankFields(page, name, state);
    return first?.element === field && first.score > (second?.score ?? 0) + 0.01;
  });
  return sure ?? nameOf(page, field);
}
