/** What a stretch of a text says without the escapes of URLs. */
export interface Unescaped {
  readonly text: string;
  /** Where each character of `text` begins in what it was made of, and where the last one ends. */
  readonly starts: readonly number[];
}

export interface EscapedStretch {
  /** Where it begins in the whole text. */
  readonly start: number;
  /** What it says: an address in an address is escaped once more, and so on. */
  readonly said: readonly Unescaped[];
}

/** An address in a query in a query: what is escaped more often nobody reads as what it says. */
const MOST_ROUNDS = 3;
/** The first byte of a character has as many ones at its top as the character has bytes. */
const LONGEST_CHARACTER = 4;

/** The stretches of a text without spaces, quotes and tags that have escapes of URLs in them (`%C3%B6`). */
export function* escapedStretches(text: string): Generator<EscapedStretch> {
  let done = 0;
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at)) {
    if (byteAt(text, at) === undefined) {
      at++;
      continue;
    }
    let start = at;
    while (start > done && !isEdge(text.charCodeAt(start - 1))) start--;
    let end = at + 3;
    while (end < text.length && !isEdge(text.charCodeAt(end))) end++;
    yield { start, said: roundsOf(text.slice(start, end)) };
    done = end;
    at = end;
  }
}

function roundsOf(stretch: string): Unescaped[] {
  const rounds: Unescaped[] = [];
  let outer: readonly number[] | undefined;
  for (let text = stretch; rounds.length < MOST_ROUNDS; ) {
    const { text: said, starts } = unescaped(text);
    if (said.length === text.length) break;
    const before: readonly number[] | undefined = outer;
    outer = before ? starts.map((start) => before[start] ?? 0) : starts;
    rounds.push({ text: said, starts: outer });
    text = said;
  }
  return rounds;
}

function unescaped(text: string): Unescaped {
  let said = '';
  const starts: number[] = [];
  for (let at = 0; at < text.length; ) {
    const { character, end } = characterAt(text, at);
    for (let unit = 0; unit < character.length; unit++) starts.push(at);
    said += character;
    at = end;
  }
  return { text: said, starts: [...starts, text.length] };
}

/** One character: of bytes of UTF-8 that are escaped, else as it is; a byte that is no UTF-8 is one of Latin-1. */
function characterAt(text: string, at: number): { character: string; end: number } {
  const first = byteAt(text, at);
  if (first === undefined) return { character: text.charAt(at), end: at + 1 };
  const count = Math.min(Math.max(1, Math.clz32(~(first << 24))), LONGEST_CHARACTER);
  try {
    const end = at + count * 3;
    return { character: decodeURIComponent(text.slice(at, end)), end };
  } catch {
    return { character: String.fromCharCode(first), end: at + 3 };
  }
}

function byteAt(text: string, at: number): number | undefined {
  if (text.charCodeAt(at) !== 0x25) return undefined;
  const high = hexOf(text.charCodeAt(at + 1));
  const low = hexOf(text.charCodeAt(at + 2));
  return high < 0 || low < 0 ? undefined : high * 16 + low;
}

function hexOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x66 ? small - 0x61 + 10 : -1;
}

/** Where an address ends in a text, in HTML and in JSON: white space, a quote, a tag. */
function isEdge(code: number): boolean {
  return code <= 0x20 || code === 0x22 || code === 0x3c || code === 0x3e;
}
