import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, it } from 'vitest';
import { TimeLimitError, timeLimited } from './time-limited.js';

const endless = () => {
  for (;;);
};

it('breaks off a loop without an end', () => {
  expect(() => timeLimited(20, endless)).toThrow(TimeLimitError);
});

it('breaks off a pattern that backtracks without an end', () => {
  expect(() => timeLimited(20, () => /^(a+)+$/.test(`${'a'.repeat(100)}!`))).toThrow(
    'took longer than 20 ms',
  );
});

it('gives what the work gives, and throws what it throws', () => {
  const failure = new TypeError('of the work');
  expect(timeLimited(1_000, () => 'done')).toBe('done');
  expect(() =>
    timeLimited(1_000, () => {
      throw failure;
    }),
  ).toThrow(failure);
});

it('may be used by the work itself, whose own limit then counts', () => {
  const inner = () => {
    expect(() => timeLimited(20, endless)).toThrow(TimeLimitError);
    return timeLimited(1_000, () => 'inner');
  };
  expect(timeLimited(60_000, inner)).toBe('inner');
});

it('keeps the context of its caller', () => {
  const storage = new AsyncLocalStorage<string>();
  expect(storage.run('mine', () => timeLimited(1_000, () => storage.getStore()))).toBe('mine');
});
