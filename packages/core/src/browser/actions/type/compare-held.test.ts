import { describe, expect, it } from 'vitest';
import { compareHeld, isAmong, isLeftOf } from './compare-held.js';

describe('compareHeld', () => {
  it.each([
    ['Boston', 'Boston', -1, 'same'],
    ['a\nb', 'a\n\nb\n', -1, 'same'],
    ['a b', 'a\u00a0b\u200b', -1, 'same'],
    ['', '', -1, 'same'],
    ['abcdef', 'abc', 3, 'cut'],
    ['5551234567', '(555) 123-4567', -1, 'reformatted'],
    ['boston', 'BOSTON', -1, 'reformatted'],
    ['1234.5', '$1,234.50', -1, 'reformatted'],
    ['Bos', 'Boston, MA', -1, 'reformatted'],
    ['$2,750.00', '$2,750', -1, 'reformatted'],
    ['$2,750.50', '$2.75', -1, 'other'],
    ['12/24/2026', '12/24/20', -1, 'other'],
    ['+12025550123', '(202) 555-0123', -1, 'reformatted'],
    ['05', '5', -1, 'reformatted'],
    ['Boston', '', -1, 'nothing'],
    ['Boston', 'London', -1, 'other'],
    ['Boston', '__/__', -1, 'other'],
    ['', 'London', -1, 'other'],
  ])('finds %j held as %j (maxlength %d) to be %s', (typed, held, maxLength, verdict) => {
    expect(compareHeld(typed, held, maxLength)).toBe(verdict);
  });
});

it.each([
  ['Japan,', 'Chile x Peru x Japan x', true],
  ['Japan, Kenya', 'Japan Kenya', true],
  ['Japan, Kenya', 'Chile Kenya', false],
  [',', 'Chile', false],
])('%s among %s: %s', (typed, shows, is) => {
  expect(isAmong(typed, shows)).toBe(is);
});

it.each([
  ['Jpan', 'Japan', true],
  ['napaJ', 'Japan', true],
  ['Japans', 'Japan', false],
  ['old', 'Japan', false],
  ['(555) 12', '55512', false],
  ['J', 'Japan', true],
  ['two', 'one, two', false],
  ['n', 'Japan', true],
  ['0123456789', '0123456789 ext 12', false],
  ['', 'Japan', false],
])('%s may be what is left of %s: %s', (held, typed, is) => {
  expect(isLeftOf(held, typed)).toBe(is);
});
