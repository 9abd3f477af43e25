import { type CalendarDay, monthNumber, realDay } from './calendar-day.js';
import { relativeDay } from './relative-day.js';

const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';

/** Where a date may stand in a sentence; used to keep its commas and full stops together. */
export const datePattern = new RegExp(
  [
    `\\b${month}\\s+${day}(?:,?\\s+\\d{4})?\\b`,
    `\\b${day}\\s+(?:of\\s+)?${month}(?:,?\\s+\\d{4})?\\b`,
    '\\b\\d{4}-\\d{1,2}-\\d{1,2}\\b',
    '\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}\\b',
  ].join('|'),
  'gi',
);

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:t.*)?$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const monthThenDay = new RegExp(`^${month}\\s+${day}(?:,?\\s+(\\d{4}))?$`);
const dayThenMonth = new RegExp(`^${day}[\\s/-]+(?:of\\s+)?${month}(?:,?[\\s/-]+(\\d{4}))?$`);
const weekdayBefore =
  /^(?:sun|mon|tue|tues|wed|wednes|thu|thurs|thur|fri|sat|satur)(?:day)?,?\s+(?=\S)/;

/**
 * Reads a date as people write it. `03/04/2027` and `03-04-2027` are read the American way unless the
 * first number is above 12; `22.02.2027` the European way. `3/4/27` has its century; `3.4.27` may be a
 * version, and is no date. Relative days ("tomorrow", "next Friday") count from `now`.
 */
export function parseDate(text: string, now: Date): CalendarDay | undefined {
  const value = text
    .trim()
    .toLowerCase()
    .replace(/^(?:on|the|by)\s+/, '');
  const iso = yearFirst.exec(value);
  if (iso) return realDay(Number(iso[3]), Number(iso[4]), Number(iso[1]));
  const numeric = yearLast.exec(value);
  if (numeric) return inNumbers(numeric);
  const named = value.replace(weekdayBefore, '');
  const [, monthName, dayAfter, yearAfter] = monthThenDay.exec(named) ?? [];
  if (monthName !== undefined)
    return realDay(monthNumber(monthName), Number(dayAfter), year(yearAfter));
  const [, dayBefore, monthAfter, yearLater] = dayThenMonth.exec(named) ?? [];
  if (dayBefore !== undefined)
    return realDay(monthNumber(monthAfter), Number(dayBefore), year(yearLater));
  return relativeDay(value, now);
}

function inNumbers([, one, mark, other, tail = '']: RegExpExecArray): CalendarDay | undefined {
  const [first, second] = [Number(one), Number(other)];
  if (tail.length === 2 && mark !== '/') return undefined;
  const inYear = Number(tail.length === 2 ? `20${tail}` : tail);
  return mark === '.' || first > 12
    ? realDay(second, first, inYear)
    : realDay(first, second, inYear);
}

function year(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
