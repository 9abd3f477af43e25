import { describe, expect, it } from 'vitest';
import { fakeClock } from '../../test/support/fake-clock.js';
import { pause } from './pause.js';
import { preempt } from './pre-empt.js';

describe('preempt', () => {
  it('settles with the work when that is first', async () => {
    const { signal } = new AbortController();
    expect(await preempt(Promise.resolve(1), signal)).toBe(1);
    await expect(preempt(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
  });

  it('rejects with the reason at the moment of the abort, whatever the work does', async () => {
    const abort = new AbortController();
    const waiting = preempt(new Promise(() => {}), abort.signal);
    abort.abort('reason');
    await expect(waiting).rejects.toBe('reason');
  });

  it('rejects when the signal was aborted before', async () => {
    await expect(preempt(new Promise(() => {}), AbortSignal.abort('early'))).rejects.toBe('early');
  });

  it('swallows what the work comes to after the abort', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);
    process.on('unhandledRejection', note);
    const abort = new AbortController();
    let fail = (_: Error) => {};
    const work = new Promise((_, reject) => {
      fail = reject;
    });
    const waiting = preempt(work, abort.signal);
    abort.abort('stop');
    await expect(waiting).rejects.toBe('stop');
    fail(new Error('late'));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});

describe('pause', () => {
  it('resolves after its time and not before', async () => {
    const clock = fakeClock();
    let done = false;
    const waiting = pause(100, undefined, clock).then(() => {
      done = true;
    });
    clock.advance(99);
    await Promise.resolve();
    expect(done).toBe(false);
    clock.advance(1);
    await waiting;
    expect(done).toBe(true);
  });

  it('rejects at the abort', async () => {
    const abort = new AbortController();
    const waiting = pause(1_000, abort.signal, fakeClock());
    abort.abort('why');
    await expect(waiting).rejects.toBe('why');
    await expect(pause(1, abort.signal, fakeClock())).rejects.toBe('why');
  });
});
