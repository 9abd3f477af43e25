import { expect, test } from 'vitest';
import { dayOf, speaksOfToday } from './relative-days.js';

test.each([
  'Book a table for tomorrow',
  'What is on TONIGHT?',
  'Fly next week',
  'The flight in 3 days',
  'a table on Friday, please',
  'Buche für übermorgen',
  'Zug am nächsten Freitag',
  'Un hôtel pour demain',
  'Una mesa para mañana',
  '明日の天気',
  'на завтра',
])('“%s” means another day tomorrow', (prompt) => {
  expect(speaksOfToday(prompt)).toBe(true);
});

test.each([
  'Book a table for the 5th of May 2027',
  'Open the todayish page',
  'Add the desk lamp to the basket',
  'Fly on 2027-05-01',
  'Search for “Snowdon”',
])('“%s” means the same one', (prompt) => {
  expect(speaksOfToday(prompt)).toBe(false);
});

test('a day is that of the place where the program runs', () => {
  expect(dayOf(new Date(2026, 10, 7, 23, 59).getTime())).toBe('2026-11-07');
});
