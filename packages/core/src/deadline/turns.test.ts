import { expect, it } from 'vitest';
import { Turns } from './turns.js';

const held = () => {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release };
};

it('does one piece of work at a time, in the order in which they came', async () => {
  const turns = new Turns();
  const done: string[] = [];
  const first = held();
  const all = [
    turns.take(async () => {
      await first.until;
      done.push('first');
    }),
    turns.take(async () => {
      done.push('second');
    }),
    turns.take(async () => {
      done.push('third');
    }),
  ];
  expect(done).toEqual([]);
  first.release();
  await Promise.all(all);
  expect(done).toEqual(['first', 'second', 'third']);
});

it('goes on after work that failed', async () => {
  const turns = new Turns();
  const failing = turns.take(() => Promise.reject(new Error('no')));
  const next = turns.take(async () => 'done');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});

it('never begins what is aborted while it waits, and keeps the others in their order', async () => {
  const turns = new Turns();
  const first = held();
  const done: string[] = [];
  const running = turns.take(async () => {
    await first.until;
    done.push('first');
  });
  const abort = new AbortController();
  const second = turns.take(async () => {
    done.push('second');
  }, abort.signal);
  const third = turns.take(async () => {
    done.push('third');
  });
  abort.abort(new Error('enough'));
  await expect(second).rejects.toThrow('enough');
  expect(done).toEqual([]);
  first.release();
  await Promise.all([running, third]);
  expect(done).toEqual(['first', 'third']);
});
