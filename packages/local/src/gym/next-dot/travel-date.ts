const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads `2027-02-22`, `02/22/2027`, `Feb 22nd` or `22 February 2027`; a date without a year is the next such day. */
export function readTravelDate(text: string, now: Date): string | undefined {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return toIso(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed);
  if (slashed) return toIso(Number(slashed[3]), Number(slashed[1]), Number(slashed[2]));
  const monthWord = /[a-z]{3,}/i
    .exec(trimmed.replace(/(?<!\d)\d{1,2}(?:st|nd|rd|th)/gi, (day) => day.slice(0, -2)))?.[0]
    ?.slice(0, 3)
    .toLowerCase();
  const month = monthWord === undefined ? 0 : months.indexOf(monthWord) + 1;
  const numbers = trimmed.match(/\d+/g)?.map(Number) ?? [];
  const day = numbers.find((number) => number <= 31);
  if (month === 0 || day === undefined) return undefined;
  const year = numbers.find((number) => number >= 1000);
  if (year !== undefined) return toIso(year, month, day);
  const thisYear = toIso(now.getUTCFullYear(), month, day);
  return thisYear !== undefined && thisYear >= now.toISOString().slice(0, 10)
    ? thisYear
    : toIso(now.getUTCFullYear() + 1, month, day);
}

function toIso(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

/** `2027-02-22` as `Monday 22 February 2027`. */
export function friendlyDate(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${iso}T00:00:00Z`));
}
