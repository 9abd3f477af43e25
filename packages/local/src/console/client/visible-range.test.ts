import { describe, expect, it } from 'vitest';
import { scrollToRow, visibleRange } from './visible-range.js';

describe('the rows of a long list that are drawn', () => {
  it('are those in the window and a few around it', () => {
    expect(visibleRange(4600, 460, 46, 10_000)).toEqual({ from: 92, to: 118 });
  });

  it('end with the list', () => {
    expect(visibleRange(459_540, 460, 46, 10_000)).toEqual({ from: 9982, to: 10_000 });
    expect(visibleRange(0, 460, 46, 3)).toEqual({ from: 0, to: 3 });
    expect(visibleRange(0, 460, 46, 0)).toEqual({ from: 0, to: 0 });
  });

  it('are none beyond the end when the list has become shorter', () => {
    const { from, to } = visibleRange(459_540, 460, 46, 5);
    expect(to - from).toBeLessThanOrEqual(5);
    expect(to).toBe(5);
  });
});

describe('the scroll that brings a row into the window', () => {
  it.each([
    [0, 500, 0],
    [12, 500, 500],
    [30, 500, 970],
  ])('row %i from %i goes to %i', (row, from, to) => {
    expect(scrollToRow(row, from, 500, 47)).toBe(to === 970 ? 31 * 47 - 500 : to);
  });
});
