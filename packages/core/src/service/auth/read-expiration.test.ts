import { describe, expect, it } from 'vitest';
import { ValidationError } from '../../errors/index.js';
import { readExpiration } from './read-expiration.js';

const MS = Date.UTC(2026, 0, 31, 12);

describe('the expiration of credentials', () => {
  it.each([
    ['a Date', new Date(MS)],
    ['a text', '2026-01-31T12:00:00Z'],
    ['a text with an offset', '2026-01-31T14:00:00+02:00'],
    ['seconds', MS / 1_000],
    ['milliseconds', MS],
    ['seconds as text', String(MS / 1_000)],
  ])('may be %s', (_form, given) => {
    expect(readExpiration(given)?.getTime()).toBe(MS);
  });

  it.each([undefined, null])('may be left out: %s', (given) => {
    expect(readExpiration(given)).toBeUndefined();
  });

  it.each([['soon'], [''], [Number.NaN], [0], [-1], [true], [{}], [new Date('no')], [[2026]]])(
    'is a ValidationError that names it for anything else: %o',
    (given) => {
      expect(() => readExpiration(given)).toThrow(ValidationError);
      expect(() => readExpiration(given)).toThrow(
        /^credentials\.expiration: is not a moment in time/,
      );
    },
  );
});
