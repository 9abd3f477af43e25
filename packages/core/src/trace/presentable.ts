import { plainText } from '../errors/plain-text.js';
import { redactUrlsIn } from '../errors/redact-url.js';
import type { JsonObject, JsonValue } from '../wire/json.js';

/** Turns a text into what may be shown of it. */
export type Redact = (text: string) => string;

/** A text of more is cut: a tool may answer with megabytes. */
const MAX_LENGTH = 100_000;

/** How texts are made fit to be shown: `extra` runs last, on what is left. */
export function presenter(extra?: Redact): Redact {
  return (text) => {
    const cut =
      text.length > MAX_LENGTH
        ? `${text.slice(0, MAX_LENGTH)}… (${text.length - MAX_LENGTH} more characters)`
        : text;
    const shown = redactUrlsIn(plainText(cut));
    return extra ? extra(shown) : shown;
  };
}

/** The same for every string in a value, keys included. */
export function presentableObject(value: JsonObject, present: Redact): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [present(key), presentableValue(member, present)]),
  );
}

/** The same for a value of any kind. */
export function presentableValue(value: JsonValue, present: Redact): JsonValue {
  if (typeof value === 'string') return present(value);
  if (Array.isArray(value)) return value.map((member) => presentableValue(member, present));
  if (value === null || typeof value !== 'object') return value;
  return presentableObject(value, present);
}
