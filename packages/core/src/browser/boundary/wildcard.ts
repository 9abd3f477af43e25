/** A text in pieces: between each two stands any text, also none. One piece is the text itself. */
export type Wildcard = readonly string[];

/** Whether the text is made of the pieces in their order. Linear, whatever the text. */
export function fits(pieces: Wildcard, text: string): boolean {
  const [first = '', ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
