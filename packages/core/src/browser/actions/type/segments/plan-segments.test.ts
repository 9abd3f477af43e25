import { describe, expect, test } from 'vitest';
import { planSegments } from './plan-segments.js';
import type { SegmentKind } from './segments-in-page.js';

const LIMITS: Record<string, [number, number]> = {
  year: [1, 9999],
  month: [1, 12],
  day: [1, 31],
  hour: [0, 23],
  hour12: [1, 12],
  minute: [0, 59],
  dayPeriod: [0, 1],
};
const field = (kinds: string) =>
  kinds.split(' ').map((name) => {
    const [min, max] = LIMITS[name] ?? [0, 0];
    return { kind: name.replace('12', '') as SegmentKind, min, max };
  });

describe('a text for a field of segments', () => {
  test.each([
    ['02/22/2026', 'month day year', ['02', '22', '2026']],
    ['2/3/2026', 'month day year', ['2', '3', '2026']],
    ['3/2/2026', 'day month year', ['3', '2', '2026']],
    ['22.2.2026', 'day month year', ['22', '2', '2026']],
    ['2026-02-22', 'year month day', ['2026', '02', '22']],
    ['2:30 pm', 'hour12 minute dayPeriod', ['2', '30', 'pm']],
  ])('in the order of the field is taken as it is written: %s', (text, kinds, plan) => {
    expect(planSegments(text, field(kinds))).toEqual(plan);
  });

  test.each([
    ['2026-02-22', 'month day year', ['02', '22', '2026']],
    ['02/22/2026', 'day month year', ['22', '02', '2026']],
    ['March 5, 2027', 'day month year', ['05', '03', '2027']],
    ['14:30', 'hour12 minute dayPeriod', ['02', '30', 'PM']],
    ['12:05 am', 'hour minute', ['00', '05']],
    ['2026-02-22T09:15', 'month day year hour minute', ['02', '22', '2026', '09', '15']],
    ['March 2027', 'month year', ['03', '2027']],
  ])('in any other is understood: %s', (text, kinds, plan) => {
    expect(planSegments(text, field(kinds))).toEqual(plan);
  });

  test.each([
    ['tomorrow', 'month day year'],
    ['2/22/26', 'month day year'],
    ['02/30/2026', 'day month year'],
    ['2026', 'month day year'],
  ])('that does not say each part is not guessed at: %s', (text, kinds) => {
    expect(planSegments(text, field(kinds))).toBeUndefined();
  });
});
