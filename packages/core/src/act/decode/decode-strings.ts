import type { JsonValue } from '../../wire/json.js';

// One pass from the left, so that a doubled backslash before `u00e9` stays the text `\u00e9`.
const WRITTEN_ESCAPE = /\\u([0-9a-fA-F]{4})|\\\\/g;

/** Decodes `\uXXXX` escapes that the model wrote out, and doubled backslashes. */
export function decodeText(text: string): string {
  return text.replace(WRITTEN_ESCAPE, (_, hex: string | undefined) =>
    hex === undefined ? '\\' : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The same for every string in a value, keys included. */
export function decodeStrings(value: JsonValue): JsonValue {
  if (typeof value === 'string') return decodeText(value);
  if (Array.isArray(value)) return value.map(decodeStrings);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [decodeText(key), decodeStrings(member)]),
  );
}
