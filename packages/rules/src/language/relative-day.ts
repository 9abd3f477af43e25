import type { CalendarDay } from './calendar-day.js';
import { parseNumber } from './numbers.js';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const named: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  tomorrow: 1,
  'day after tomorrow': 2,
  yesterday: -1,
  'day before yesterday': -2,
};

const span = '(an?|\\d{1,3}|[a-z]+) (day|week|month|year)s?';
const ahead = new RegExp(`^in ${span}$|^${span} from (?:now|today)$`);
const ago = new RegExp(`^${span} ago$`);

/** The day that "tomorrow", "next Friday", "in two weeks" or "3 days ago" is, in lower case, counted from `now`. */
export function relativeDay(value: string, now: Date): CalendarDay | undefined {
  const days = named[value];
  if (days !== undefined) return moved(now, 1, 'day', days);
  const forward = ahead.exec(value);
  if (forward) return counted(forward[1] ?? forward[3], forward[2] ?? forward[4], now, 1);
  const back = ago.exec(value);
  if (back) return counted(back[1], back[2], now, -1);
  const weekday = /^(?:(next|this|coming|last) )?([a-z]+day)$/.exec(value);
  const index = weekdays.indexOf(weekday?.[2] ?? '');
  if (index < 0) return undefined;
  const apart = (index - now.getDay() + 7) % 7;
  return moved(now, 1, 'day', weekday?.[1] === 'last' ? apart - 7 : apart || 7);
}

function counted(
  amount: string | undefined,
  unit: string | undefined,
  now: Date,
  way: 1 | -1,
): CalendarDay | undefined {
  const count = /^an?$/.test(amount ?? '') ? 1 : parseNumber(amount ?? '');
  return count === undefined ? undefined : moved(now, way, unit, count);
}

/** A month or a year on, from its end: the last day that month has. */
function moved(now: Date, way: 1 | -1, unit: string | undefined, count: number): CalendarDay {
  const by = way * count;
  const months = unit === 'month' ? by : unit === 'year' ? 12 * by : 0;
  const days = unit === 'week' ? 7 * by : unit === 'day' ? by : 0;
  const [year, month] = [now.getFullYear(), now.getMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = new Date(Date.UTC(year, month, Math.min(now.getDate(), last) + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
