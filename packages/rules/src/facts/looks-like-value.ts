import { looksLikeMoney, parseNumber } from '../language/numbers.js';

/** Numbers, prices, dates and the like: what values look like and labels do not. */
export function looksLikeValue(text: string): boolean {
  return (
    looksLikeMoney(text) ||
    /^[-+−]?\d/.test(text.trim()) ||
    (parseNumber(text) !== undefined && /^[^\p{L}]*$/u.test(text)) ||
    /^(?:yes|no)$/i.test(text.trim())
  );
}
