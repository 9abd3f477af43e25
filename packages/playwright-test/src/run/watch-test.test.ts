import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchTest } from './watch-test.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test.each(['timedOut', 'interrupted'])('a test that is %s is over, once', (status) => {
  const info = { status: 'passed' };
  const over = vi.fn();
  watchTest(info, over);
  vi.advanceTimersByTime(1_000);
  expect(over).not.toHaveBeenCalled();
  info.status = status;
  vi.advanceTimersByTime(1_000);
  expect(over).toHaveBeenCalledTimes(1);
});

test('one that has failed softly goes on; one no longer watched is not told', () => {
  const info = { status: 'failed' };
  const over = vi.fn();
  const unwatch = watchTest(info, over);
  vi.advanceTimersByTime(1_000);
  unwatch();
  info.status = 'timedOut';
  vi.advanceTimersByTime(1_000);
  expect(over).not.toHaveBeenCalled();
});
