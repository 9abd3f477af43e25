import { describe, expect, it } from 'vitest';
import { parseDate, resolveYear } from './dates.js';

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
  ])('%s', (text, day) => {
    expect(parseDate(text, now)).toEqual(day);
  });

  it.each(['Feb 30', 'soon', '13/13/2027', 'May', '22', 'Marching 3'])('%s is no date', (text) => {
    expect(parseDate(text, now)).toBeUndefined();
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
