import type { Element } from 'domhandler';
import { isoDate, monthName, resolveYear } from '../language/calendar-day.js';
import { parseDate } from '../language/dates.js';
import { parseNumber } from '../language/numbers.js';
import { clockTime, parseTime } from '../language/times.js';
import { controlKind } from '../page/controls.js';
import { namesOf } from '../page/names.js';
import { attribute, type Page } from '../page/page.js';

/** The value as the field takes it: a date field wants ISO, a "MM/DD/YYYY" field just that. */
export function fieldValue(page: Page, field: Element, value: string, now: Date): string {
  const kind = controlKind(field);
  switch (kind) {
    case 'date':
      return dateValue(field, value, now);
    case 'time': {
      const minutes = parseTime(value);
      return minutes === undefined ? value : clockTime(minutes);
    }
    case 'number':
    case 'range': {
      const number = parseNumber(value);
      return number === undefined ? value : String(number);
    }
    case 'color':
      return colourValue(value);
    case 'text':
      return formattedDate(page, field, value, now) ?? value;
    default:
      return value;
  }
}

function dateValue(field: Element, value: string, now: Date): string {
  const type = attribute(field, 'type').toLowerCase();
  const [datePart, timePart] = splitDateTime(value);
  const parsed = parseDate(datePart, now);
  const month = /^([a-z]{3,9})\.?\s+(\d{4})$/i.exec(value.trim());
  if (type === 'month' && month) {
    const first = parseDate(`${month[1]} 1, ${month[2]}`, now);
    if (first?.year !== undefined) return `${first.year}-${String(first.month).padStart(2, '0')}`;
  }
  if (parsed === undefined) return value;
  const day = resolveYear(parsed, now, attribute(field, 'min'), attribute(field, 'max'));
  const iso = isoDate(day);
  if (type === 'month') return iso.slice(0, 7);
  if (type === 'week') return isoWeek(iso);
  if (type === 'datetime-local') return `${iso}T${clockTime(parseTime(timePart) ?? 0)}`;
  return iso;
}

function splitDateTime(value: string): [string, string] {
  const match =
    /^(.{0,60}?)(?:,|T| at| ) ?(\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)?|noon|midnight)$/i.exec(
      value.trim(),
    );
  return match?.[1] !== undefined && match[2] !== undefined && parseTime(match[2]) !== undefined
    ? [match[1], match[2]]
    : [value, ''];
}

function isoWeek(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  // The week belongs to the year of its Thursday.
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((date.getTime() - start) / 86_400_000 + 1) / 7);
  return `${date.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

const formats: readonly [RegExp, (date: { year: number; month: number; day: number }) => string][] =
  [
    [
      /\bmm\s?([/.-])\s?dd\s?\1\s?yyyy\b/i,
      (date) => `${two(date.month)}/${two(date.day)}/${date.year}`,
    ],
    [
      /\bdd\s?([/.-])\s?mm\s?\1\s?yyyy\b/i,
      (date) => `${two(date.day)}/${two(date.month)}/${date.year}`,
    ],
    [
      /\byyyy\s?([/.-])\s?mm\s?\1\s?dd\b/i,
      (date) => `${date.year}/${two(date.month)}/${two(date.day)}`,
    ],
    [
      /\bmm\s?([/.-])\s?dd\s?\1\s?yy\b/i,
      (date) => `${two(date.month)}/${two(date.day)}/${two(date.year % 100)}`,
    ],
    [
      /\bdd\s?([/.-])\s?mm\s?\1\s?yy\b/i,
      (date) => `${two(date.day)}/${two(date.month)}/${two(date.year % 100)}`,
    ],
  ];

/** A date in the form the text field asks for ("DD.MM.YYYY" beside or inside of it); undefined when it asks for none. */
function formattedDate(page: Page, field: Element, value: string, now: Date): string | undefined {
  const parsed = parseDate(value, now);
  if (parsed === undefined) return undefined;
  const day = resolveYear(parsed, now, attribute(field, 'min'), attribute(field, 'max'));
  const hints = [
    attribute(field, 'placeholder'),
    attribute(field, 'aria-description'),
    ...namesOf(page, field).map((name) => name.text),
  ];
  for (const hint of hints) {
    for (const [pattern, write] of formats) {
      const match = pattern.exec(hint);
      if (match) return write(day).replaceAll('/', match[1] ?? '/');
    }
    if (/\b\d{1,2}\s+[a-z]{3,9}\s+\d{4}\b/i.test(hint))
      return `${day.day} ${monthName(day)} ${day.year}`;
    if (/\b\d{4}-\d{2}-\d{2}\b/.test(hint)) return isoDate(day);
  }
  return undefined;
}

const two = (value: number): string => String(value).padStart(2, '0');

const colours: Record<string, string> = {
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  black: '#000000',
  white: '#ffffff',
  yellow: '#ffff00',
  orange: '#ffa500',
  purple: '#800080',
  pink: '#ffc0cb',
  grey: '#808080',
  gray: '#808080',
  brown: '#a52a2a',
  cyan: '#00ffff',
  magenta: '#ff00ff',
  lime: '#00ff00',
  navy: '#000080',
  teal: '#008080',
  maroon: '#800000',
  olive: '#808000',
  silver: '#c0c0c0',
  gold: '#ffd700',
};

function colourValue(value: string): string {
  const text = value.trim().toLowerCase();
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`;
  return colours[text] ?? (/^[0-9a-f]{6}$/.test(text) ? `#${text}` : text);
}
