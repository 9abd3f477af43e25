import { describe, expect, it } from 'vitest';
import { normaliseDate } from './date-text.js';

describe('normaliseDate', () => {
  it.each([
    ['date', '2026-02-22', '2026-02-22'],
    ['date', '2026/2/5', '2026-02-05'],
    ['date', '2/22/2026', '2026-02-22'],
    ['date', '22.2.2026', '2026-02-22'],
    ['date', 'Feb 22nd 2026', '2026-02-22'],
    ['date', 'February 22, 2026', '2026-02-22'],
    ['date', 'Sunday, Feb 22, 2026', '2026-02-22'],
    ['date', '22 February 2026', '2026-02-22'],
    ['date', '22nd of Feb 2026', '2026-02-22'],
    ['time', '14:30', '14:30'],
    ['time', '2:30 pm', '14:30'],
    ['time', '2pm', '14:00'],
    ['time', '12 a.m.', '00:00'],
    ['time', '9:05:07', '09:05:07'],
    ['month', '2026-2', '2026-02'],
    ['month', 'February 2026', '2026-02'],
    ['month', '02/2026', '2026-02'],
    ['week', '2026-W8', '2026-W08'],
    ['week', '2026w08', '2026-W08'],
    ['datetime-local', '2026-02-22T14:30', '2026-02-22T14:30'],
    ['datetime-local', 'Feb 22, 2026 at 2:30 PM', '2026-02-22T14:30'],
    ['datetime-local', '2/22/2026, 9:05', '2026-02-22T09:05'],
  ])('reads a %s written %s', (type, text, value) => {
    expect(normaliseDate(type, text)).toBe(value);
  });

  it.each([
    ['date', 'tomorrow'],
    ['date', '2026-02-30'],
    ['date', '13/13/2026'],
    ['date', 'Foo 22, 2026'],
    ['time', '25:00'],
    ['time', '13pm'],
    ['time', '7'],
    ['month', '2026-13'],
    ['week', 'week 8'],
    ['datetime-local', 'Feb 22, 2026'],
  ])('does not make up a %s from %s', (type, text) => {
    expect(normaliseDate(type, text)).toBeUndefined();
  });
});
