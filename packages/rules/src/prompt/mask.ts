import { datePattern } from '../language/dates.js';

/**
 * Puts what must stay in one piece (quotes, addresses, dates) out of reach of the splitting rules:
 * each piece becomes one private-use character until `unmask`.
 */
export interface Masked {
  text: string;
  pieces: readonly string[];
}

const firstCode = 0xe000;
const mostPieces = 0xf8ff - firstCode + 1;
/** An apostrophe is no quote: one stands between letters. */
const quotes = [
  /"[^"]+"|“[^“”]+”|`[^`]+`|«[^«»]+»/g,
  /(?<![\p{L}\p{N}])'[^']+(?:(?<=\p{L})'(?=\p{L})[^']+)*'(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])‘[^‘’]+(?:(?<=\p{L})’(?=\p{L})[^‘’]+)*’(?![\p{L}\p{N}])/gu,
];
const address =
  /\b(?:https?|about|file):[^\s"<>]*[^\s,;.!?)"<>]|\w(?<=(?<![\w.+-])[.+-]*\w)[\w.+-]*@[\w-]+(?:\.[\w-]+)+\b/gi;

export function mask(text: string): Masked {
  const pieces: string[] = [];
  const keep = (piece: string): string => {
    if (pieces.length === mostPieces) return piece;
    pieces.push(piece);
    return String.fromCharCode(firstCode + pieces.length - 1);
  };
  // A private-use character of the user's own would be taken for a piece.
  const clean = text.replace(/[\ue000-\uf8ff]/g, ' ');
  const masked = quotes
    .reduce((before, pattern) => before.replace(pattern, keep), clean)
    .replace(address, keep)
    .replace(datePattern, (date) => keep(date))
    // One blank between words from here on: the readers of clauses rely on it.
    .replace(/[^\S\n]+/g, ' ');
  return { text: masked, pieces };
}

export function unmask(text: string, pieces: readonly string[]): string {
  // A piece may hold others: a quote with a date in it. They were kept before it.
  return text.replace(/[\ue000-\uf8ff]/g, (char) =>
    unmask(pieces[char.charCodeAt(0) - firstCode] ?? '', pieces),
  );
}

/** The text without the quotes around it, when they go around the whole of it. */
export function unquote(text: string): string {
  const trimmed = text.trim();
  const match = /^(?:"([^"]*)"|“([^”]*)”|`([^`]*)`|«([^»]*)»|'(.*)'|‘(.*)’)$/su.exec(trimmed);
  return match ? (match.slice(1).find((group) => group !== undefined) ?? '') : trimmed;
}
