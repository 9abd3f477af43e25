/** What became of a typed text: `other` is a field that holds something unlike it. */
export type HeldVerdict = 'same' | 'cut' | 'reformatted' | 'nothing' | 'other';

/** Compares what was typed with what the field holds. */
export function compareHeld(typed: string, held: string, maxLength: number): HeldVerdict {
  const wanted = squeezed(typed);
  const got = squeezed(held);
  if (wanted === got) return 'same';
  if (got === '') return 'nothing';
  if (maxLength >= 0 && held.length >= maxLength && typed.startsWith(held)) return 'cut';
  const bareWanted = bare(typed);
  const bareGot = bare(held);
  if (bareWanted === '' || bareGot === '') return 'other';
  if (hasLostDigits(typed, held)) return 'other';
  // A mask, a currency, a completion, capital letters, or what a chooser keeps beside the text.
  const alike = bareGot.includes(bareWanted) || bareWanted.includes(bareGot);
  return alike ? 'reformatted' : 'other';
}

/** Whether a number is another one now: “2,750.50” where a comma is what a fraction begins with. */
function hasLostDigits(typed: string, held: string): boolean {
  const wanted = bare(typed);
  const got = bare(held);
  if (!/^\d+$/.test(wanted + got) || got.length >= wanted.length) return false;
  // The code of a country and zeros in front may be shown beside, and zeros at the end be left out.
  if (/^[+0]/.test(typed.trim()) && wanted.endsWith(got)) return false;
  const numberOf = (text: string) => Number(text.replace(/[^\d.-]/g, ''));
  return numberOf(typed) !== numberOf(held);
}

/** Whether each part of what was typed, between commas and the like, is among what a widget shows. */
export function isAmong(typed: string, shows: string): boolean {
  const parts = typed
    .split(/[,;\n\t]/)
    .map(bare)
    .filter((part) => part !== '');
  const all = bare(shows);
  return parts.length > 0 && parts.every((part) => all.includes(part));
}

/** Whether what the field holds is what was typed with some characters lost, or in another order. */
export function isLeftOf(held: string, typed: string): boolean {
  const left = [...bare(typed)];
  const got = [...bare(held)];
  // A page that takes the first so many of them has lost nothing, nor has one that makes a chip at each comma.
  const isCut = left.join('').startsWith(got.join('')) && got.length * 2 >= left.length;
  const [rest, whole] = [held.trim(), typed.trim()];
  const isRest = whole.endsWith(rest) && /[^\p{L}\p{N}]/u.test(whole.at(-rest.length - 1) ?? '');
  if (got.length === 0 || isCut || isRest) return false;
  return got.every((character) => {
    const at = left.indexOf(character);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** White space as it reads; editors put zero-width and unbreakable spaces where there is nothing. */
function squeezed(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
