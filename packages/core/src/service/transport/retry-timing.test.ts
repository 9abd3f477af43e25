import { describe, expect, it } from 'vitest';
import { parseRetryAfter, retryDelayMs } from './retry-timing.js';

const TIMING = { minDelayMs: 500, maxDelayMs: 20_000 };

describe('retryDelayMs', () => {
  it('doubles with each failure up to the most, a random half of it', () => {
    const longest = [1, 2, 3, 9].map((n) => retryDelayMs(n, undefined, TIMING, () => 1));
    expect(longest).toEqual([500, 1_000, 2_000, 20_000]);
    const shortest = [1, 2, 3, 9].map((n) => retryDelayMs(n, undefined, TIMING, () => 0));
    expect(shortest).toEqual([250, 500, 1_000, 10_000]);
  });

  it('is what the service asks for, within the most', () => {
    expect(retryDelayMs(1, 1, TIMING)).toBe(1);
    expect(retryDelayMs(1, 99_000, TIMING)).toBe(20_000);
    expect(retryDelayMs(1, 0, TIMING)).toBe(0);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.UTC(2026, 0, 1);
  it.each([
    ['3', 3_000],
    ['0', 0],
    ['Thu, 01 Jan 2026 00:00:07 GMT', 7_000],
    ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
  ])('reads %s as %i ms', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms);
  });

  it.each([[null], [''], ['soon'], ['-5'], ['12 apples'], ['Thu, whenever']])(
    'makes nothing of %j',
    (header) => {
      expect(parseRetryAfter(header, now)).toBeUndefined();
    },
  );
});
