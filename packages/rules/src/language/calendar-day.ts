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
/** The day, if the calendar has it; the 29th of February is one where no year is given. */
export function realDay(
  monthOfYear: number,
  dayOfMonth: number,
  inYear?: number,
): CalendarDay | undefined {
  const probe = new Date(Date.UTC(inYear ?? 2024, monthOfYear - 1, dayOfMonth));
  if (probe.getUTCMonth() !== monthOfYear - 1 || probe.getUTCDate() !== dayOfMonth)
    return undefined;
  return { ...(inYear === undefined ? {} : { year: inYear }), month: monthOfYear, day: dayOfMonth };
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

/** 1 for `jan`, `January` and the like; 0 when the text is no month. */
export function monthNumber(text: string | undefined): number {
  return monthNames.findIndex((name) => name.startsWith((text ?? '').slice(0, 3))) + 1;
}
