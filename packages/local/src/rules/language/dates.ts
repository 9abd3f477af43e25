export interface CalendarDay {
  /** Absent when the text named none. */
  year?: number;
  month: number;
  day: number;
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
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

/**
 * Reads a date as people write it. `03/04/2027` is read the American way unless its first number
 * is above 12; `22.02.2027` the European way. Relative days ("tomorrow", "next Friday") count from `now`.
 */
export function parseDate(text: string, now: Date): CalendarDay | undefined {
  const value = text
    .trim()
    .toLowerCase()
    .replace(/^(?:on|the|by)\s+/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t.*)?$/.exec(value);
  if (iso) return realDay(Number(iso[2]), Number(iso[3]), Number(iso[1]));
  const slashed = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4})$/.exec(value);
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[3])];
    const dayFirst = slashed[2] === '.' || first > 12;
    return dayFirst
      ? realDay(second, first, Number(slashed[4]))
      : realDay(first, second, Number(slashed[4]));
  }
  const weekdayless = value.replace(
    /^(?:sun|mon|tue|tues|wed|wednes|thu|thurs|thur|fri|sat|satur)(?:day)?,?\s+(?=\S)/,
    '',
  );
  const monthFirst = new RegExp(`^${month}\\s+${day}(?:,?\\s+(\\d{4}))?$`).exec(weekdayless);
  if (monthFirst)
    return realDay(monthNumber(monthFirst[1]), Number(monthFirst[2]), year(monthFirst[3]));
  const dayFirst = new RegExp(`^${day}\\s+(?:of\\s+)?${month}(?:,?\\s+(\\d{4}))?$`).exec(
    weekdayless,
  );
  if (dayFirst) return realDay(monthNumber(dayFirst[2]), Number(dayFirst[1]), year(dayFirst[3]));
  return relativeDay(value, now);
}

function relativeDay(value: string, now: Date): CalendarDay | undefined {
  const plus = (days: number): CalendarDay => {
    const date = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + days));
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  };
  if (value === 'today') return plus(0);
  if (value === 'tomorrow') return plus(1);
  const inDays = /^in (\d+) (day|week)s?$/.exec(value);
  if (inDays) return plus(Number(inDays[1]) * (inDays[2] === 'week' ? 7 : 1));
  const weekday = /^(?:(?:next|this|coming) )?([a-z]+day)$/.exec(value);
  const index = weekdays.indexOf(weekday?.[1] ?? '');
  if (index < 0) return undefined;
  return plus((index - now.getDay() + 7) % 7 || 7);
}

/** The date with its year: the one given, else the next such day that the field's limits allow. */
export function resolveYear(
  date: CalendarDay,
  now: Date,
  min?: string,
  max?: string,
): Required<CalendarDay> {
  if (date.year !== undefined) return { year: date.year, month: date.month, day: date.day };
  const today = isoDate({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
  const lowest = min && /^\d{4}-\d{2}-\d{2}/.test(min) ? min.slice(0, 10) : today;
  const highest = max && /^\d{4}-\d{2}-\d{2}/.test(max) ? max.slice(0, 10) : undefined;
  const from = highest !== undefined && highest < lowest ? highest : lowest;
  const startYear = Number(from.slice(0, 4));
  for (const candidate of [startYear, startYear + 1]) {
    const iso = isoDate({ ...date, year: candidate });
    if (iso >= from && (highest === undefined || iso <= highest))
      return { ...date, year: candidate };
  }
  // All the days a field allows may be past ones (a birthday, an archive): the last such day then.
  if (highest !== undefined) {
    const last = Number(highest.slice(0, 4));
    return { ...date, year: isoDate({ ...date, year: last }) <= highest ? last : last - 1 };
  }
  return { ...date, year: startYear };
}

export function isoDate(date: Required<CalendarDay>): string {
  return `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}

export function monthName(date: CalendarDay): string {
  const name = monthNames[date.month - 1] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function monthNumber(text: string | undefined): number {
  return monthNames.findIndex((name) => name.startsWith((text ?? '').slice(0, 3))) + 1;
}

function year(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function realDay(
  monthOfYear: number,
  dayOfMonth: number,
  inYear?: number,
): CalendarDay | undefined {
  const probe = new Date(Date.UTC(inYear ?? 2024, monthOfYear - 1, dayOfMonth));
  if (probe.getUTCMonth() !== monthOfYear - 1 || probe.getUTCDate() !== dayOfMonth)
    return undefined;
  return { ...(inYear === undefined ? {} : { year: inYear }), month: monthOfYear, day: dayOfMonth };
}
