import { describe, expect, test } from 'vitest';
import { Habits } from './habits.js';
import type { PendingInPage } from './in-page/report.js';

const timer = (dueInMs: number): PendingInPage => ({
  kind: 'timer',
  label: 'timer',
  key: 'poll',
  dueInMs,
});

describe('a timer that comes again and again', () => {
  /** Waits for one timer of 100 ms that begins at `fromMs`; `changedAtMs` is what it led to. */
  const waitFor = (habits: Habits, fromMs: number, changedAtMs: number) => {
    habits.reset();
    const worth = habits.worthWaiting([timer(100)], fromMs, 0);
    habits.worthWaiting([], fromMs + 101, changedAtMs);
    habits.judge(fromMs + 300, changedAtMs);
    return worth.length;
  };

  test('is not waited for once it has changed nothing in two settles', () => {
    const habits = new Habits();
    expect([waitFor(habits, 0, 0), waitFor(habits, 1_000, 0), waitFor(habits, 2_000, 0)]).toEqual([
      1, 1, 0,
    ]);
  });

  test('is waited for again and again while it changes something', () => {
    const habits = new Habits();
    const waits = [0, 1_000, 2_000, 3_000].map((from) => waitFor(habits, from, from + 105));
    expect(waits).toEqual([1, 1, 1, 1]);
  });

  /** One settle in which it sets itself anew, without a pause between; was it waited for to the end? */
  const settleRow = (habits: Habits, changedAtMs: number) => {
    habits.reset();
    const worth = [0, 100, 200, 300, 400].map(
      (nowMs) => habits.worthWaiting([timer(100)], nowMs, changedAtMs).length,
    );
    habits.judge(700, changedAtMs);
    return worth;
  };

  test('is waited for to the end of the settle in which it comes: the last may be what counts', () => {
    expect(settleRow(new Habits(), 0)).toEqual([1, 1, 1, 1, 1]);
  });

  test('is judged while it sets itself anew, without a pause between', () => {
    const habits = new Habits();
    settleRow(habits, 0);
    settleRow(habits, 0);
    expect(settleRow(habits, 0)).toEqual([0, 0, 0, 0, 0]);
  });

  test('is worth it where one of a row changed something', () => {
    const habits = new Habits();
    for (let i = 0; i < 3; i += 1) settleRow(habits, 290);
    expect(settleRow(habits, 290)).toEqual([1, 1, 1, 1, 1]);
  });

  test('is forgotten where it was cut off by the end of the wait', () => {
    const habits = new Habits();
    for (const fromMs of [0, 1_000, 2_000]) {
      habits.worthWaiting([timer(100)], fromMs, 0);
      habits.reset();
    }
    expect(habits.worthWaiting([timer(100)], 3_000, 0)).toHaveLength(1);
  });
});

test('what has no key is always waited for', () => {
  const image: PendingInPage = { kind: 'image', label: 'image', dueInMs: 500 };
  expect(new Habits().worthWaiting([image], 0, 0)).toEqual([image]);
});
