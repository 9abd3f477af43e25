import type { Element } from 'domhandler';
import { nameSimilarity } from '../language/similarity.js';
import { plain } from '../language/words.js';
import { ancestors, type Page, roleOf } from '../page/page.js';
import { textOf } from '../page/text.js';
import { fieldsOf, uniqueName } from './find-field.js';

/**
 * The suggestion an autocomplete shows for what was just typed, if any: an option of an open list,
 * or what newly appeared right under the field, that begins with or holds the typed words.
 */
export function findSuggestion(
  page: Page,
  field: { name: string; value: string },
  before: ReadonlySet<string>,
): Element | undefined {
  const input = fieldsOf(page).find((one) => uniqueName(page, one) === field.name);
  const inputBox = input === undefined ? undefined : page.boxOf(input);
  let best: { element: Element; score: number } | undefined;
  for (const element of page.elements) {
    const box = page.boxOf(element);
    if (box === undefined || box.width <= 0 || box.height <= 0 || element.name === 'option')
      continue;
    const text = textOf(element);
    if (text === '' || text.length > 160) continue;
    const listed = roleOf(element) === 'option' || inList(element);
    const appeared =
      !before.has(text) &&
      inputBox !== undefined &&
      isUnder(inputBox, box) &&
      ['li', 'a', 'button', 'div'].includes(element.name);
    if (!listed && !(appeared && plain(text).includes(plain(field.value)))) continue;
    const score = suggestionScore(field.value, text) + (listed ? 0.05 : 0);
    if (score >= 0.6 && score > (best?.score ?? 0)) best = { element, score };
  }
  return best?.element;
}

function suggestionScore(typed: string, text: string): number {
  if (plain(text) === plain(typed)) return 1;
  if (plain(text).startsWith(plain(typed))) return 0.95 - Math.min(0.1, text.length / 2000);
  return Math.max(nameSimilarity(typed, text), plain(text).includes(plain(typed)) ? 0.8 : 0);
}

function inList(element: Element): boolean {
  if (element.name !== 'li' && element.name !== 'div') return false;
  for (const up of ancestors(element)) if (roleOf(up) === 'listbox') return element.name === 'li';
  return false;
}

function isUnder(
  field: { x: number; y: number; width: number; height: number },
  box: { x: number; y: number; width: number; height: number },
): boolean {
  const bottom = field.y + field.height;
  return (
    box.y >= bottom - 4 &&
    box.y <= bottom + 360 &&
    box.x >= field.x - 24 &&
    box.x <= field.x + field.width
  );
}

/** The texts on a page, to tell later what is new. */
export function textsOf(page: Page): Set<string> {
  return new Set(page.elements.map((element) => textOf(element)));
}
