import { describe, expect, it } from 'vitest';
import type { Hand } from './hand.js';
import { press } from './pointer.js';

/** A page that has not answered for a press before the button is up again. */
function slowHand(signal: AbortSignal) {
  const done: string[] = [];
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const devices = {
    async down() {
      done.push('down');
      await answered;
    },
    async up() {
      done.push('up');
      answer();
    },
  };
  const hand = { tab: { mouseIsDown: false }, devices, signal } as unknown as Hand;
  return { hand, done };
}

describe('a press', () => {
  it('is let go of as a person would, before a page that is slow to answer takes it for a hold', async () => {
    const { hand, done } = slowHand(new AbortController().signal);
    await press(hand, 'left-double');
    expect(done).toEqual(['down', 'up', 'down', 'up']);
    expect(hand.tab.mouseIsDown).toBe(false);
  }, 2_000);

  it('that is aborted before it is let go of comes to no click', async () => {
    const controller = new AbortController();
    const { hand, done } = slowHand(controller.signal);
    const pressed = press(hand, 'left');
    controller.abort(new Error('over'));
    await expect(pressed).rejects.toThrow('over');
    expect(done).toEqual(['down']);
    expect(hand.tab.mouseIsDown).toBe(true);
  });
});
