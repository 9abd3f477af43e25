import type { JsonValue } from '../../wire/json.js';
import { parseJson } from '../../wire/parse-json.js';
import { Arguments } from './arguments.js';
import { decodeText, decodeUnicode, mapStrings } from './decode-strings.js';

/**
 * What `return` brings back. A response that is JSON is kept as the model wrote it, for there a
 * backslash means something; only its strings lose written-out escapes and control characters.
 */
export function decodeResponse(input: JsonValue): string | undefined {
  const value = new Arguments('return', input, ['value']).get('value');
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return JSON.stringify(value);
  return decodedJson(value) ?? decodeText(value);
}

/** Undefined for what is not JSON. */
function decodedJson(text: string): string | undefined {
  try {
    const value = parseJson(text);
    const decoded = JSON.stringify(mapStrings(value, decodeUnicode));
    return decoded === JSON.stringify(value) ? text : decoded;
  } catch {
    return undefined; // Not an error: a response may be any text.
  }
}
