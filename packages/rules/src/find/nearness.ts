import type { Element } from 'domhandler';
import { bestWord } from '../language/similarity.js';
import { contentWords, words } from '../language/words.js';
import { isClickable } from '../page/controls.js';
import { nameOf } from '../page/names.js';
import { ancestors, contains, type Page } from '../page/page.js';
import { textOf } from '../page/text.js';

/** What is worked out once for a page and asked for by every candidate on it: without it, large pages take minutes. */
interface Surroundings {
  words: Map<Element, ReadonlySet<string>>;
  covered: Map<string, Map<Element, number>>;
  clickablesByName: Map<string, Element[]>;
}

const cache = new WeakMap<Page, Surroundings>();

/**
 * How closely the words of `near` stand around the element, 0 to 1: the smallest surroundings that
 * hold them all, or else most of them.
 */
export function nearness(page: Page, element: Element, near: string): number {
  const whole = surroundings(page, element, near, 0.85);
  if (whole > 0 || contentWords(near).length < 2) return whole;
  return 0.8 * surroundings(page, element, near, 0.5);
}

function surroundings(page: Page, element: Element, near: string, enough: number): number {
  let depth = 0;
  for (const up of ancestors(element)) {
    if (up === page.body && depth > 0) return 0;
    if (covered(page, up, near) >= enough) {
      // Surroundings that hold several of the same name do not tell them apart.
      const alike = known(page).clickablesByName.get(nameOf(page, element)) ?? [];
      const rival = alike.some((other) => other !== element && contains(up, other));
      return rival ? 0.15 : Math.max(0.5, 1 - depth * 0.05);
    }
    depth++;
  }
  return 0;
}

/** How much of the words an element's text and label hold. */
function covered(page: Page, element: Element, near: string): number {
  const { covered: all } = known(page);
  const ofNear = all.get(near) ?? new Map<Element, number>();
  all.set(near, ofNear);
  const before = ofNear.get(element);
  if (before !== undefined) return before;
  const wanted = contentWords(near);
  const own = wordsAround(page, element);
  let sum = 0;
  for (const word of wanted) sum += own.has(word) ? 1 : bestWord(word, [...own]);
  const share = wanted.length === 0 ? 0 : sum / wanted.length;
  ofNear.set(element, share);
  return share;
}

function wordsAround(page: Page, element: Element): ReadonlySet<string> {
  const before = known(page).words.get(element);
  if (before !== undefined) return before;
  const label = element.attribs['aria-label'] ?? '';
  const by = page.byId.get(element.attribs['aria-labelledby'] ?? '');
  const own = new Set(words(`${textOf(element)} ${label} ${by === undefined ? '' : textOf(by)}`));
  known(page).words.set(element, own);
  return own;
}

function known(page: Page): Surroundings {
  const before = cache.get(page);
  if (before !== undefined) return before;
  const clickablesByName = new Map<string, Element[]>();
  for (const element of page.elements) {
    if (!isClickable(element)) continue;
    const name = nameOf(page, element);
    const alike = clickablesByName.get(name);
    if (alike === undefined) clickablesByName.set(name, [element]);
    else alike.push(element);
  }
  const made: Surroundings = { words: new Map(), covered: new Map(), clickablesByName };
  cache.set(page, made);
  return made;
}
