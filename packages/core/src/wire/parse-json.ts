import type { JsonValue } from './json.js';

/** No answer, and nothing a user asks for, is nested as deep; what walks a value may then call itself. */
export const MAX_JSON_DEPTH = 200;

/**
 * `JSON.parse` for text from outside: in a value that it gives, lists and objects stand at most
 * `MAX_JSON_DEPTH` in each other, so that no walk over it runs out of stack.
 * @throws SyntaxError for what is not JSON, or is nested deeper
 */
export function parseJson(text: string): JsonValue {
  if (nestsTooDeep(text))
    throw new SyntaxError(`JSON nested deeper than ${MAX_JSON_DEPTH} levels is not read`);
  return JSON.parse(text) as JsonValue;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENS: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSES: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Whether a JSON text is nested deeper than `MAX_JSON_DEPTH`, told before its values take memory. */
export function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (OPENS.has(code)) {
      depth += 1;
      if (depth > MAX_JSON_DEPTH) return true;
    } else if (CLOSES.has(code)) depth -= 1;
  }
  return false;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE)
    at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}
