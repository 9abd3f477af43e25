import type { Element } from 'domhandler';
import { parseNumber } from '../language/numbers.js';
import { nameSimilarity } from '../language/similarity.js';
import { plain } from '../language/words.js';
import { options } from '../page/controls.js';
import { attribute } from '../page/page.js';
import { textOf } from '../page/text.js';

export function optionText(option: Element): string {
  return textOf(option) || attribute(option, 'title') || attribute(option, 'value');
}

/** The option of a dropdown that a value means; undefined when none comes near. */
export function matchOption(select: Element, value: string): Element | undefined {
  let best: { option: Element; score: number } | undefined;
  for (const option of options(select)) {
    if (option.attribs['disabled'] !== undefined) continue;
    const score = optionScore(option, value);
    if (score >= 0.6 && score > (best?.score ?? 0)) best = { option, score };
  }
  return best?.option;
}

function optionScore(option: Element, value: string): number {
  const text = optionText(option);
  const own = Math.max(
    nameSimilarity(value, text),
    0.98 * nameSimilarity(value, attribute(option, 'value')),
  );
  if (own >= 0.6) return own;
  // "2 passengers" for the option "2", "Large" for "L".
  const wantedNumber = parseNumber(value);
  if (wantedNumber !== undefined && parseNumber(text) === wantedNumber && /^\d/.test(plain(text)))
    return 0.75;
  const short = plain(text);
  if (
    short.length === 1 &&
    plain(value).startsWith(short) &&
    /^\p{L}+$/u.test(plain(value)) &&
    !plain(value).includes(' ')
  )
    return 0.62;
  // "First class" for "First": the value may carry the dropdown's name with it.
  return nameSimilarity(text, value) > 0.8 ? 0.65 : own;
}
