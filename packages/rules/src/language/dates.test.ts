import { describe, expect, it } from 'vitest';
import { resolveYear } from './calendar-day.js';
import { parseDate } from './dates.js';

const now = new Date(2026, 10, 22, 12);

describe('dates as people write them', () => {
  it.each([
    ['Feb 22nd', { month: 2, day: 22 }],
    ['February 22', { month: 2, day: 22 }],
    ['22 Feb 2027', { year: 2027, month: 2, day: 22 }],
    ['the 3rd of March, 2027', { year: 2027, month: 3, day: 3 }],
    ['Monday, 22 February 2027', { year: 2027, month: 2, day: 22 }],
    ['2027-02-22', { year: 2027, month: 2, day: 22 }],
    ['02/22/2027', { year: 2027, month: 2, day: 22 }],
    ['22/02/2027', { year: 2027, month: 2, day: 22 }],
    ['3.4.2027', { year: 2027, month: 4, day: 3 }],
    ['tomorrow', { year: 2026, month: 11, day: 23 }],
    ['next Friday', { year: 2026, month: 11, day: 27 }],
    ['in 2 weeks', { year: 2026, month: 12, day: 6 }],
    ['22-Feb-2027', { year: 2027, month: 2, day: 22 }],
    ['22/Feb/2027', { year: 2027, month: 2, day: 22 }],
    ['Mon, Feb 22', { month: 2, day: 22 }],
    ['2027/02/22', { year: 2027, month: 2, day: 22 }],
    ['2027.2.22', { year: 2027, month: 2, day: 22 }],
    ['2027-02-22T10:00:00Z', { year: 2027, month: 2, day: 22 }],
    ['02-22-2027', { year: 2027, month: 2, day: 22 }],
    ['22-02-2027', { year: 2027, month: 2, day: 22 }],
    ['2/22/27', { year: 2027, month: 2, day: 22 }],
    ['the day after tomorrow', { year: 2026, month: 11, day: 24 }],
    ['yesterday', { year: 2026, month: 11, day: 21 }],
    ['in a week', { year: 2026, month: 11, day: 29 }],
    ['two weeks from today', { year: 2026, month: 12, day: 6 }],
    ['in 3 months', { year: 2027, month: 2, day: 22 }],
    ['3 days ago', { year: 2026, month: 11, day: 19 }],
    ['last Friday', { year: 2026, month: 11, day: 20 }],
    ['last Sunday', { year: 2026, month: 11, day: 15 }],
    ['Sunday', { year: 2026, month: 11, day: 29 }],
  ])('%s', (text, day) => {
    expect(parseDate(text, now)).toEqual(day);
  });

  it.each([
    ...['Feb 30', 'soon', '13/13/2027', 'May', '22', 'Marching 3', 'v1.2.2027', '1.2.27', '1-2-27'],
    ...['24/7', '9/10', '3 weeks', '30 days', 'next week', 'Sat', '2027-02/22', 'in stock'],
    ...['in some days', 'a few days ago', '3,724 m'],
  ])('%s is no date', (text) => {
    expect(parseDate(text, now)).toBeUndefined();
  });

  it('counts months to the last day that a month has', () => {
    expect(parseDate('in a month', new Date(2027, 0, 31))).toEqual({
      year: 2027,
      month: 2,
      day: 28,
    });
  });

  it('takes the next such day when no year is given', () => {
    expect(resolveYear({ month: 2, day: 22 }, now).year).toBe(2027);
    expect(resolveYear({ month: 11, day: 22 }, now).year).toBe(2026);
    expect(resolveYear({ month: 11, day: 21 }, now).year).toBe(2027);
  });

  it("keeps to the field's own limits", () => {
    expect(resolveYear({ month: 2, day: 22 }, now, '2030-01-01').year).toBe(2030);
    expect(resolveYear({ month: 12, day: 10 }, now, '', '2020-12-31').year).toBe(2020);
    expect(resolveYear({ month: 3, day: 1 }, now, '2025-01-01', '2025-12-31').year).toBe(2025);
  });
});
