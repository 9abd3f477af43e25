import { describe, expect, test } from 'vitest';
import { retryDelayMs } from './retry-delay.js';

const now = Date.UTC(2026, 0, 1);

describe('the wait before another try', () => {
  test.each<
    [
      title: string,
      attempt: number,
      status: number | undefined,
      retryAfter: string | null,
      delayMs: number | undefined,
    ]
  >([
    ['doubles', 3, 503, null, 2000],
    ['has an end', 9, 503, null, 30_000],
    ['is what the endpoint asks for, in seconds', 1, 429, '7', 7000],
    ['is what the endpoint asks for, as a date', 1, 429, 'Thu, 01 Jan 2026 00:00:05 GMT', 5000],
    ['is not below nothing', 1, 429, 'Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['is its own when the endpoint asks for nonsense', 1, 429, 'soon', 500],
    ['is none when the endpoint asks for too long', 1, 429, '3600', undefined],
    ['is there when nothing was answered', 1, undefined, null, 500],
    ['is none when the request is wrong', 1, 400, null, undefined],
    ['is none when the key is wrong', 1, 401, '1', undefined],
  ])('%s', (_title, attempt, status, retryAfter, delayMs) => {
    expect(retryDelayMs(attempt, status, retryAfter, now)).toBe(delayMs);
  });
});
