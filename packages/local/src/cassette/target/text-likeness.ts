import { words } from '@nova-act/rules/page';

const known = new Map<string, readonly string[]>();
const maxKnown = 20_000;

/**
 * How much two texts are alike, 0 to 1: the words they share of all that they have. Case, punctuation, plurals and
 * a count in brackets, as in “Basket (3)”, make no difference.
 */
export function textLikeness(one: string, other: string): number {
  if (one === other) return 1;
  const left = wordsOf(one);
  const right = wordsOf(other);
  if (left.length === 0 || right.length === 0) return 0;
  if (left.join('') === right.join('')) return left.length === right.length ? 1 : 0.95;
  const rest = [...right];
  let shared = 0;
  for (const word of left) {
    const at = rest.indexOf(word);
    if (at === -1) continue;
    rest.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}

/** The words of a text; remembered, as a page is compared element by element. */
function wordsOf(text: string): readonly string[] {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= maxKnown) known.clear();
  const found = words(text.replace(/\(\d{1,12}\)/g, ' '));
  known.set(text, found);
  return found;
}
