const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * What people write for a date or time, as the input of that type wants it; undefined when it is not
 * understood. `2/22/2026` is read month first, as the browser shows the field in its own language
 * (American English unless told otherwise).
 */
export function normaliseDate(type: string, text: string): string | undefined {
  switch (type) {
    case 'date':
      return readDate(text);
    case 'time':
      return readTime(text);
    case 'month':
      return readMonth(text);
    case 'week': {
      const week = /^(\d{4})-?w(\d{1,2})$/i.exec(text);
      return week ? `${week[1]}-W${two(week[2])}` : undefined;
    }
    case 'datetime-local': {
      const between = /(?:T|,?\s{1,3}(?:at\s{1,3})?)(?=\d{1,2}(?::|\s{0,3}[ap]m))/i.exec(text);
      if (!between) return undefined;
      const date = readDate(text.slice(0, between.index));
      const clock = readTime(text.slice(between.index + between[0].length));
      return date && clock ? `${date}T${clock}` : undefined;
    }
    default:
      return undefined;
  }
}

function readDate(text: string): string | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return date(iso[1], iso[2], iso[3]);
  const american = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text);
  if (american) return date(american[3], american[1], american[2]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (dotted) return date(dotted[3], dotted[2], dotted[1]);
  const named =
    /^(?:[a-z]+day,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text);
  if (named) return date(named[3], monthNumber(named[1]), named[2]);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(
    text,
  );
  if (dayFirst) return date(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  return undefined;
}

function readMonth(text: string): string | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  if (iso) return yearMonth(iso[1], iso[2]);
  const american = /^(\d{1,2})\/(\d{4})$/.exec(text);
  if (american) return yearMonth(american[2], american[1]);
  const named = /^([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(text);
  return named ? yearMonth(named[2], monthNumber(named[1])) : undefined;
}

function readTime(text: string): string | undefined {
  const match = /^(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?\s*([ap])?\.?m?\.?$/i.exec(text.trim());
  if (!match || (match[2] === undefined && match[4] === undefined)) return undefined;
  const half = match[4]?.toLowerCase();
  const written = Number(match[1]);
  if (half && (written < 1 || written > 12)) return undefined;
  const hour = half ? (written % 12) + (half === 'p' ? 12 : 0) : written;
  const minute = match[2] ?? '00';
  if (hour > 23 || Number(minute) > 59 || Number(match[3] ?? 0) > 59) return undefined;
  return `${two(String(hour))}:${minute}${match[3] && match[3] !== '00' ? `:${match[3]}` : ''}`;
}

function date(year = '', month: string | undefined = '', day = ''): string | undefined {
  const text = `${year}-${two(month)}-${two(day)}`;
  const read = new Date(`${text}T00:00:00Z`);
  // 30 February is read as 2 March, or not at all.
  if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== text) return undefined;
  return text;
}

function yearMonth(year = '', month: string | undefined = ''): string | undefined {
  const number = Number(month);
  return number >= 1 && number <= 12 ? `${year}-${two(month)}` : undefined;
}

function monthNumber(name = ''): string | undefined {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : String(index + 1);
}

function two(digits = ''): string {
  return digits.padStart(2, '0');
}
