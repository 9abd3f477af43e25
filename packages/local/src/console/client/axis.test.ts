import { expect, it } from 'vitest';
import { ticks } from './axis.js';

it.each([
  [900, 5, [0, 200, 400, 600, 800]],
  [12_000, 4, [0, 5_000, 10_000]],
  [1, 4, [0, 1]],
  [0, 4, [0]],
])('an axis of %i ms with at most %i parts is marked at %j', (span, most, marks) => {
  expect(ticks(span, most)).toEqual(marks);
});

it('is never marked more often than asked, whatever its length', () => {
  for (let span = 1; span < 1e9; span = span * 3 + 1) {
    expect(ticks(span, 6).length).toBeLessThanOrEqual(7);
    expect(ticks(span, 6).length).toBeGreaterThanOrEqual(2);
  }
});
