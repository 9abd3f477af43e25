import type { CDPSession } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { Clock } from '../../deadline/clock.js';
import { takePicture } from './take-picture.js';

const REFUSAL = 'Protocol error (Page.captureScreenshot): Unable to capture screenshot';

/** A page that refuses so often, and what was waited for in between. */
function page(refusals: number, message = REFUSAL) {
  let asked = 0;
  const waits: number[] = [];
  const send = async () => {
    asked += 1;
    if (asked <= refusals) throw new Error(message);
    return { data: 'seen' };
  };
  const after: Clock['after'] = (ms, fn) => {
    waits.push(ms);
    queueMicrotask(fn);
    return () => {};
  };
  const session = { send } as unknown as CDPSession;
  const clock: Clock = { now: () => 0, after };
  const take = () => takePicture(session, { format: 'jpeg' }, clock);
  return { take, waits, asked: () => asked };
}

describe('a picture that the browser refuses', () => {
  test('is asked for again, later and later', async () => {
    const { take, waits } = page(3);
    expect(await take()).toBe('seen');
    expect(waits).toEqual([50, 150, 300]);
  });

  test('is its failure after the third time', async () => {
    const { take, asked } = page(4);
    await expect(take()).rejects.toThrow(REFUSAL);
    expect(asked()).toBe(4);
  });

  test('for another reason is not asked for again', async () => {
    const { take, asked } = page(1, 'Cannot take screenshot with 0 width.');
    await expect(take()).rejects.toThrow('0 width');
    expect(asked()).toBe(1);
  });
});
