import { areSynonyms } from './synonyms.js';
import { contentWords, plain, words } from './words.js';

/** How well two stemmed words agree, 0 to 1. */
export function wordSimilarity(wanted: string, found: string): number {
  if (wanted === found) return 1;
  if (areSynonyms(wanted, found)) return 0.85;
  if (/^\d+$/.test(wanted) || /^\d+$/.test(found)) return 0;
  const [short, long] = wanted.length < found.length ? [wanted, found] : [found, wanted];
  if (short.length >= 4 && long.startsWith(short)) return 0.8;
  if (short.length >= 5 && withinOneEdit(short, long)) return 0.75;
  return 0;
}

/** The best agreement of a word with any of the words found; 0 when there is none. */
export function bestWord(wanted: string, found: readonly string[]): number {
  let best = 0;
  for (const word of found) {
    const score = wordSimilarity(wanted, word);
    if (score > best) best = score;
    if (best === 1) break;
  }
  return best;
}

/** How much of the wanted words is found, 0 to 1. */
export function coverage(wanted: readonly string[], found: readonly string[]): number {
  if (wanted.length === 0) return 0;
  let sum = 0;
  for (const word of wanted) sum += bestWord(word, found);
  return sum / wanted.length;
}

/**
 * How well a name on the page answers to what was asked for, 0 to 1. The same text is 1. What was
 * asked must be covered; words too many in the name cost less than words missing from it.
 */
export function nameSimilarity(wanted: string, found: string): number {
  const wantedPlain = plain(wanted);
  const foundPlain = plain(found);
  if (wantedPlain === '' || foundPlain === '')
    return wanted.trim() === found.trim() && wanted.trim() !== '' ? 1 : 0;
  if (wantedPlain === foundPlain) return 1;
  const wantedWords = contentWords(wanted);
  const foundWords = words(found);
  const foundContent = contentWords(found);
  const covered = coverage(wantedWords, foundWords);
  const precise = coverage(foundContent, wantedWords);
  let score = covered * (0.74 + 0.22 * precise);
  if (covered > 0.99 && foundPlain.includes(wantedPlain)) score += 0.02;
  return Math.min(score, 0.98);
}

function withinOneEdit(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length === long.length) {
    if (short.slice(at + 1) === long.slice(at + 1)) return true;
    // Two neighbours swapped is one slip of typing.
    return (
      short[at] === long[at + 1] &&
      short[at + 1] === long[at] &&
      short.slice(at + 2) === long.slice(at + 2)
    );
  }
  return short.slice(at) === long.slice(at + 1);
}
