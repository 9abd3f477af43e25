import { expect, test } from 'vitest';
import { Account } from './account.js';

const settled = { effect: true, totalMs: 410 };

test('what was waited for is told in order, with its times', () => {
  const account = new Account();
  account.waitingFor([{ label: 'fetch /api/x', startedAtMs: 100 }], 150);
  account.nothingPending(420, 400);
  account.waitingFor([{ label: 'timer' }], 420);
  account.nothingPending(670, 400);
  expect(account.reason(undefined, settled)).toBe('fetch /api/x 300 ms, timer 250 ms, then quiet');
});

test('a long list is cut', () => {
  const account = new Account();
  account.waitingFor(
    Array.from({ length: 7 }, (_, n) => ({ label: `fetch /${n}`, startedAtMs: 0 })),
    10,
  );
  account.nothingPending(10, 10);
  expect(account.reason(undefined, settled)).toBe(
    'fetch /0 10 ms, fetch /1 10 ms, fetch /2 10 ms, fetch /3 10 ms, 3 more, then quiet',
  );
});

test.each([
  [undefined, { effect: true, totalMs: 60 }, 'quiet at once'],
  [undefined, { effect: false, totalMs: 503 }, 'no visible effect in 503 ms'],
  [
    undefined,
    { effect: true, totalMs: 60, left: [{ label: 'fetch /poll' }] },
    'quiet, with fetch /poll still coming',
  ],
  ['cap', { effect: true, totalMs: 3_000 }, 'not at rest after 3000 ms'],
  ['dialog', { effect: true, totalMs: 50 }, 'a dialog is open'],
] as const)(
  'with nothing waited for, an ending by %s is told as it is',
  (ending, details, words) => {
    expect(new Account().reason(ending, details)).toBe(words);
  },
);

test('what was still going on at the cap is named', () => {
  const account = new Account();
  account.waitingFor([{ label: 'fetch /slow', startedAtMs: 0 }], 2_990);
  expect(account.reason('cap', { effect: true, totalMs: 3_000 })).toBe(
    'not at rest after 3000 ms: fetch /slow still going on',
  );
});
