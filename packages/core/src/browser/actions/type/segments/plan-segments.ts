import { normaliseDate } from '../date-text.js';
import type { SegmentFacts, SegmentKind } from './segments-in-page.js';

type Segment = Pick<SegmentFacts, 'kind' | 'min' | 'max'>;

/**
 * What to type into each segment, in the order in which they are shown; undefined when the text does
 * not say it. A text in the field's own order is taken as it is written; any other by its meaning.
 */
export function planSegments(text: string, segments: readonly Segment[]): string[] | undefined {
  const written = inTheirOrder(text, segments);
  if (written) return written;
  const parts = partsOf(text, new Set(segments.map(({ kind }) => kind)));
  if (!parts) return undefined;
  const has12Hours = segments.some(({ kind }) => kind === 'dayPeriod');
  const plan = segments.map(({ kind, max }) => keysOf(kind, parts, { has12Hours, max }));
  return plan.every((keys) => keys !== undefined) ? plan : undefined;
}

/** The text's own pieces, one for each segment, where each fits into its place. */
function inTheirOrder(text: string, segments: readonly Segment[]): string[] | undefined {
  const pieces = text.match(/\p{N}+|\p{L}+/gu) ?? [];
  if (pieces.length !== segments.length) return undefined;
  const fits = segments.every(({ kind, min, max }, index) => {
    const piece = pieces[index] ?? '';
    if (kind === 'dayPeriod') return /^[ap]m?$/i.test(piece);
    if (!/^\d+$/.test(piece)) return kind === 'other' && max === null;
    if (kind === 'year') return piece.length === 4 || (max !== null && max < 100);
    const number = Number(piece);
    return piece.length <= 2 || kind === 'other'
      ? number >= (min ?? 0) && number <= (max ?? Number.POSITIVE_INFINITY)
      : false;
  });
  return fits ? pieces : undefined;
}

type Parts = Partial<Record<SegmentKind, number>>;

function partsOf(text: string, kinds: ReadonlySet<SegmentKind>): Parts | undefined {
  const hasDate = kinds.has('day');
  const hasTime = kinds.has('hour');
  const type = hasDate
    ? hasTime
      ? 'datetime-local'
      : 'date'
    : hasTime
      ? 'time'
      : kinds.has('month')
        ? 'month'
        : undefined;
  const value = type && normaliseDate(type, text.trim());
  if (!value) return undefined;
  const [, year, month, day] = /(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(value) ?? [];
  const [, hour, minute, second] = /(\d{2}):(\d{2})(?::(\d{2}))?/.exec(value) ?? [];
  const numbers = { year, month, day, hour, minute, second: second ?? (hour && '0') };
  return Object.fromEntries(
    Object.entries(numbers).flatMap(([kind, digits]) =>
      digits === undefined ? [] : [[kind, Number(digits)]],
    ),
  );
}

function keysOf(
  kind: SegmentKind,
  parts: Parts,
  { has12Hours, max }: { has12Hours: boolean; max: number | null },
): string | undefined {
  const { hour } = parts;
  if (kind === 'dayPeriod') return hour === undefined ? undefined : hour < 12 ? 'AM' : 'PM';
  if (kind === 'hour' && hour !== undefined && has12Hours) return two(hour % 12 || 12);
  const number = parts[kind];
  if (number === undefined) return undefined;
  if (kind !== 'year') return two(number);
  return max !== null && max < 100 ? two(number % 100) : String(number).padStart(4, '0');
}

const two = (number: number) => String(number).padStart(2, '0');
