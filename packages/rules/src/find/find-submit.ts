import type { Element } from 'domhandler';
import { nameSimilarity } from '../language/similarity.js';
import { controlKind, isDisabled } from '../page/controls.js';
import { nameOf } from '../page/names.js';
import { attribute, contains, type Page } from '../page/page.js';

const sends =
  /\b(?:search|find|go|submit|send|show|book|continue|next|apply|save|sign ?(?:in|up)|log ?in|register|create|order|buy|pay|checkout|check out|place|confirm|update|subscribe|get|see|view|ok|done|join)\b/i;
const doesNot =
  /\b(?:cancel|reset|clear|close|back|remove|delete|add|swap|switch|advanced|filter|menu|help|previous|show password|forgot)\b/i;

/** The button that sends a form off: told by its type, its words, and by standing last. */
export function findSubmit(page: Page, scope: Element, wanted = ''): Element | undefined {
  let best: { element: Element; score: number } | undefined;
  for (const element of page.elements) {
    if (!contains(scope, element) || controlKind(element) !== 'button') continue;
    const box = page.boxOf(element);
    if (box === undefined || box.width <= 0 || isDisabled(element)) continue;
    const name = nameOf(page, element);
    const type = attribute(element, 'type').toLowerCase();
    let score = 0.1;
    if (type === 'submit' || type === 'image') score += 1;
    // A button without a type submits its form.
    else if (element.name === 'button' && type === '') score += 0.6;
    if (sends.test(name)) score += 0.8;
    if (doesNot.test(name)) score -= 1;
    if (type === 'reset' || element.attribs['aria-haspopup'] !== undefined) score -= 1.5;
    if (wanted !== '') score += 2 * nameSimilarity(wanted, name);
    // Of equals the last one: it ends the form.
    if (score > 0 && score >= (best?.score ?? 0)) best = { element, score };
  }
  return best?.element;
}
