import type { Fact } from '../facts/record.js';
import { bestWord, coverage } from '../language/similarity.js';
import { contentWords, plain } from '../language/words.js';

/** What a piece of the answer is called: a property's name and description, or a column's words. */
export interface Wanted {
  name: string;
  description?: string;
}

/** A label without its unit: "Diameter (km)" → "Diameter". */
export function bareLabel(label: string): string {
  if (/^(?:#|no\.?|pos\.?)$/i.test(label.trim())) return 'rank number position';
  const bare = label.replace(/[([][^()[\]]*[)\]]/g, ' ').trim();
  return bare === '' ? label : bare;
}

/** How well a label on the page answers to what is wanted, 0 to 1. */
export function labelScore(wanted: Wanted, label: string): number {
  const names = contentWords(wanted.name);
  const found = contentWords(bareLabel(label));
  const foundAll = [...contentWords(label), ...found];
  if (plain(names.join(' ')) === plain(found.join(' '))) return 1;
  const covered = coverage(names, foundAll);
  const precise = coverage(found, names);
  let score = covered * 0.72 + precise * 0.24;
  // All of the label stands in the name or all of the name in the label: one is short for the other.
  if (precise > 0.99 && found.length > 0) score = Math.max(score, 0.78 + 0.1 * covered);
  if (covered > 0.99) score = Math.max(score, 0.8 + 0.1 * precise);
  if (precise >= 0.84 && covered >= 0.4) score = Math.max(score, 0.7);
  if (wanted.description !== undefined) {
    const described = contentWords(wanted.description);
    const inDescription = coverage(found, described);
    // The description only counts whole: its words are many.
    if (inDescription > 0.9) score = Math.max(score, 0.62 + 0.1 * bestWord(found[0] ?? '', names));
  }
  return Math.min(score, 0.99);
}

export interface Match {
  fact: Fact;
  score: number;
}

/** The fact whose label answers best; undefined when none does well. */
export function matchFact(
  wanted: Wanted,
  facts: readonly Fact[],
  accepts: (fact: Fact) => boolean = () => true,
): Match | undefined {
  let best: Match | undefined;
  for (const fact of facts) {
    if (!accepts(fact)) continue;
    const score = labelScore(wanted, fact.label) * (0.6 + 0.4 * fact.weight);
    if (score >= 0.5 && score > (best?.score ?? 0)) best = { fact, score };
  }
  return best;
}
