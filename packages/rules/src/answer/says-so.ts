import { coverage } from '../language/similarity.js';
import { words } from '../language/words.js';

/** Whether one of the texts says all the words; false when it says them of nothing ("no rings"); undefined when none does. */
export function sentence(from: readonly string[], wanted: readonly string[]): boolean | undefined {
  let denied = false;
  if (wanted.length === 0) return undefined;
  for (const text of from) {
    const own = words(text);
    if (
      !wanted.every(
        (word) =>
          own.includes(word) ||
          (word.length > 4 && coverage([word], own) >= 0.8 && !/^\d/.test(word)),
      )
    )
      continue;
    const negated = new RegExp(
      `\\b(?:no|not|never|without|sold out|out of|0) (?:\\w{1,40} ){0,2}?${wanted[0]}|\\b${wanted.at(-1)}\\w{0,40} ?:? ?(?:no|none|0|unavailable|not available)\\b`,
      'i',
    ).test(text);
    if (!negated) return true;
    denied = true;
  }
  return denied ? false : undefined;
}
