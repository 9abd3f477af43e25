import { isoDate, resolveYear } from '../language/calendar-day.js';
import { parseDate } from '../language/dates.js';
import { looksLikeMoney, parseNumber } from '../language/numbers.js';
import { parseDuration, parseTime } from '../language/times.js';

/** Reads values of one column as numbers that can be ordered: all as dates, or times, or durations, or amounts. */
export function ordered(values: readonly string[], now: Date): (number | undefined)[] {
  const readers: ((text: string) => number | undefined)[] = [
    (text) => (looksLikeMoney(text) ? parseNumber(text.replace(/^[^\d$€£¥₹]+/, '')) : undefined),
    parseTime,
    parseDuration,
    (text) => dateNumber(text, now),
    (text) =>
      /^(?:free|none|direct|nonstop|non-stop)\b/i.test(text.trim()) ? 0 : parseNumber(text),
  ];
  let best: (number | undefined)[] = values.map(() => undefined);
  let most = 0;
  for (const read of readers) {
    const numbers = values.map(read);
    const known = numbers.filter((number) => number !== undefined).length;
    if (known > most) {
      best = numbers;
      most = known;
    }
  }
  return best.map(
    (number, index) => number ?? (/^free\b/i.test(values[index] ?? '') ? 0 : undefined),
  );
}

function dateNumber(text: string, now: Date): number | undefined {
  const day = parseDate(text.replace(/,? \d{1,2}:\d{2}.*$/s, ''), now);
  if (day === undefined) return undefined;
  return Number(isoDate(resolveYear(day, now)).replaceAll('-', ''));
}
