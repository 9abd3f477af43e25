import { expect, it, vi } from 'vitest';
import { fakeClock } from '../../test/support/fake-clock.js';
import { holdableTimer } from './holdable-timer.js';

function timer(ms: number) {
  const clock = fakeClock();
  const fn = vi.fn();
  return { clock, fn, timer: holdableTimer(ms, clock, fn) };
}

it('goes off after its time', () => {
  const { clock, fn } = timer(100);
  clock.advance(99);
  expect(fn).not.toHaveBeenCalled();
  clock.advance(1);
  expect(fn).toHaveBeenCalledOnce();
});

it('does not count the time in which it is held', () => {
  const { clock, fn, timer: held } = timer(100);
  clock.advance(60);
  const release = held.hold();
  clock.advance(1_000);
  release();
  clock.advance(39);
  expect(fn).not.toHaveBeenCalled();
  clock.advance(1);
  expect(fn).toHaveBeenCalledOnce();
});

it('stands still until the last of overlapping holds is over, each counted once', () => {
  const { clock, fn, timer: held } = timer(100);
  const first = held.hold();
  const second = held.hold();
  first();
  first();
  clock.advance(1_000);
  expect(fn).not.toHaveBeenCalled();
  second();
  clock.advance(100);
  expect(fn).toHaveBeenCalledOnce();
});

it('never goes off once it is stopped, held or not', () => {
  const { clock, fn, timer: held } = timer(100);
  const release = held.hold();
  held.stop();
  release();
  clock.advance(1_000);
  expect(fn).not.toHaveBeenCalled();
});
