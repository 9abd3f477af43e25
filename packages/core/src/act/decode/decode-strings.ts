import { withoutControls } from '../../errors/plain-text.js';
import type { JsonValue } from '../../wire/json.js';

const WRITTEN_UNICODE = /\\{1,2}u([0-9a-fA-F]{4})/g;

/** Decodes `\uXXXX` that the model wrote out, once or twice escaped, and drops control characters. */
export function decodeUnicode(text: string): string {
  return withoutControls(
    text.replace(WRITTEN_UNICODE, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  );
}

/** The same, and doubled backslashes become one: a text as the model means it. */
export function decodeText(text: string): string {
  return decodeUnicode(text).replaceAll('\\\\', '\\');
}

/** The same for every string in a value, keys included. */
export function decodeStrings(value: JsonValue): JsonValue {
  return mapStrings(value, decodeText);
}

/** A JSON value with every string of it replaced, keys included. */
export function mapStrings(value: JsonValue, decode: (text: string) => string): JsonValue {
  if (typeof value === 'string') return decode(value);
  if (Array.isArray(value)) return value.map((member) => mapStrings(member, decode));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [decode(key), mapStrings(member, decode)]),
  );
}
