import { parseBoolean } from '../language/booleans.js';
import { isoDate, resolveYear } from '../language/calendar-day.js';
import { parseDate } from '../language/dates.js';
import { looksLikeMoney, moneyPattern, parseNumber } from '../language/numbers.js';
import { nameSimilarity } from '../language/similarity.js';
import { clockTime, parseDuration, parseTime } from '../language/times.js';
import type { JsonValue } from '../model.js';
import type { SimpleSchema } from './schema.js';

/** A text of the page as the schema's type; undefined when it is no such thing. */
export function convert(
  text: string,
  schema: SimpleSchema,
  name: string,
  now: Date,
): JsonValue | undefined {
  if (schema.choices !== undefined) return choose(text, schema.choices);
  switch (schema.type) {
    case 'number':
    case 'integer': {
      const number = numberIn(text, name);
      if (number === undefined) return undefined;
      return schema.type === 'integer' ? Math.round(number) : number;
    }
    case 'boolean':
      return booleanIn(text, name);
    case 'null':
      return null;
    case 'string':
    case 'any':
      return formatted(text, schema, now);
    default:
      return undefined;
  }
}

function choose(text: string, choices: readonly JsonValue[]): JsonValue | undefined {
  let best: { choice: JsonValue; score: number } | undefined;
  for (const choice of choices) {
    if (choice === null) continue;
    const score =
      typeof choice === 'number'
        ? parseNumber(text) === choice
          ? 1
          : 0
        : typeof choice === 'boolean'
          ? parseBoolean(text) === choice
            ? 1
            : 0
          : Math.max(
              nameSimilarity(String(choice), text),
              0.95 * nameSimilarity(text, String(choice)),
            );
    if (score > Math.max(0.6, best?.score ?? 0)) best = { choice, score };
  }
  return best?.choice;
}

function numberIn(text: string, name: string): number | undefined {
  const minutes = parseDuration(text);
  if (minutes !== undefined) {
    if (/minute|mins?\b/i.test(name)) return minutes;
    if (/hour|hrs?\b/i.test(name)) return Number((minutes / 60).toFixed(4));
    if (/day/i.test(name)) return Number((minutes / 1440).toFixed(4));
    if (/second|secs?\b/i.test(name)) return minutes * 60;
  }
  if (looksLikeMoney(text))
    return parseNumber((moneyPattern.exec(text)?.[0] ?? text).replace(/[$€£¥₹]/g, ''));
  if (/^(?:direct|nonstop|non-stop|none|free)\b/i.test(text.trim())) return 0;
  return parseNumber(text);
}

function booleanIn(text: string, name: string): boolean | undefined {
  const known = parseBoolean(text);
  if (known !== undefined) return known;
  if (/^(?:sold out|out of stock|unavailable|not available|no longer)/i.test(text))
    return /sold|unavail/i.test(name);
  if (/^(?:in stock|available|only \d+ left|\d+ (?:left|in stock|available))/i.test(text))
    return true;
  // "Direct" for `isDirect`, "1 stop" against it.
  if (/direct|non-?stop/i.test(name))
    return /\b(?:direct|non-?stop)\b/i.test(text)
      ? true
      : /\bstops?\b/i.test(text)
        ? /^(?:0|no)\b/i.test(text)
        : undefined;
  const number = parseNumber(text);
  if (number !== undefined && /^[\d.,\s]+\p{L}*$/u.test(text.trim())) return number > 0;
  return undefined;
}

function formatted(text: string, schema: SimpleSchema, now: Date): string {
  if (schema.format === 'date' || schema.format === 'date-time') {
    const time = /(?:^|[\s,T])(\d{1,2}:\d{2}(?:\s*[ap]m)?)\s*$/i.exec(text);
    const day = parseDate(time === null ? text : text.slice(0, time.index), now);
    if (day !== undefined) {
      const iso = isoDate(resolveYear(day, now));
      return schema.format === 'date'
        ? iso
        : `${iso}T${clockTime(parseTime(time?.[1] ?? '') ?? 0)}:00Z`;
    }
  }
  if (schema.format === 'time') {
    const minutes = parseTime(text);
    if (minutes !== undefined) return `${clockTime(minutes)}:00Z`;
  }
  return text;
}
