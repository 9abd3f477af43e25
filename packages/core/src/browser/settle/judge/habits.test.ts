import { beforeEach, describe, expect, test } from 'vitest';
import type { PendingInPage } from '../watch/in-page/report.js';
import { Habits } from './habits.js';

let habits: Habits;
beforeEach(() => {
  habits = new Habits();
});

const timer = (dueInMs: number, key = 'timer:a'): PendingInPage => ({
  kind: 'timer',
  label: 'timer',
  dueInMs,
  key,
});

/** A settle in which one timer of 300 ms runs out, and something changes at `changedAtMs`. */
const settle = (atMs: number, changedAtMs = 0) => {
  habits.reset();
  const waited = habits.worthWaiting([timer(300)], atMs).length > 0;
  habits.worthWaiting([timer(20)], atMs + 280);
  habits.worthWaiting([], atMs + 320);
  habits.conclude(changedAtMs);
  return waited;
};

describe('a timer is not waited for any more', () => {
  test('when nothing came of it in two settles', () => {
    expect([settle(1_000), settle(2_000), settle(3_000)]).toEqual([true, true, false]);
  });

  test('but those set elsewhere in the code, or in another document, are', () => {
    settle(1_000);
    settle(2_000);
    expect(habits.worthWaiting([timer(300, 'timer:b')], 3_000)).toHaveLength(1);
  });
});

describe('a timer goes on being waited for', () => {
  test('when something came of it once between', () => {
    settle(1_000);
    settle(2_000, 2_305);
    expect([settle(3_000), settle(4_000)]).toEqual([true, true]);
  });

  test('when what came of it came late: the machine may have been busy', () => {
    settle(1_000, 1_600);
    settle(2_000, 2_600);
    expect(settle(3_000)).toBe(true);
  });

  test('when it had not run by the end', () => {
    for (const atMs of [1_000, 2_000]) {
      habits.reset();
      habits.worthWaiting([timer(300)], atMs);
      habits.conclude(0);
    }
    expect(settle(3_000)).toBe(true);
  });

  test('which comes to nothing many times within one settle', () => {
    habits.reset();
    for (let atMs = 0; atMs < 900; atMs += 300) {
      habits.worthWaiting([timer(300)], atMs);
      habits.worthWaiting([], atMs + 290);
    }
    habits.conclude(-1_000);
    expect(settle(2_000)).toBe(true);
  });
});

describe('a timer that was given up', () => {
  const leave = (atMs: number) => {
    habits.reset();
    habits.worthWaiting([timer(500)], atMs);
    habits.conclude(0);
  };
  beforeEach(() => {
    settle(1_000);
    settle(2_000);
    leave(3_000);
  });

  test('is waited for again after one change at its end that nobody waited for', () => {
    habits.changedLate([3_510]);
    expect(settle(5_000)).toBe(true);
  });

  test('is not for a change at another time', () => {
    habits.changedLate([3_100, 4_900]);
    expect(settle(5_000)).toBe(false);
  });
});

test('what has no key is always waited for', () => {
  const image: PendingInPage = { kind: 'image', label: 'image', dueInMs: 500 };
  expect(habits.worthWaiting([image], 0)).toEqual([image]);
});

describe('a timer that took something away', () => {
  beforeEach(() => {
    habits.reset();
    habits.worthWaiting([timer(300)], 1_000);
    habits.worthWaiting([timer(20)], 1_280);
    habits.worthWaiting([], 1_320);
    habits.tookAway(1_100);
    habits.conclude(1_300);
  });

  test('is not waited for any more', () => {
    expect(settle(2_000)).toBe(false);
  });

  test('is waited for when once something came of it', () => {
    habits.reset();
    habits.worthWaiting([timer(300)], 2_000);
    habits.conclude(2_000);
    habits.changedLate([2_310]);
    expect(settle(4_000)).toBe(true);
  });
});
