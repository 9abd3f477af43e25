import { describe, expect, it, vi } from 'vitest';
import { claim } from './claim.js';

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

describe('claim', () => {
  it('gives what has opened', async () => {
    const close = vi.fn();
    const late = vi.fn();
    const { signal } = new AbortController();
    expect(await claim(Promise.resolve('browser'), close, signal, late)).toBe('browser');
    expect(close).not.toHaveBeenCalled();
  });

  it('closes what opens after the abort, and lets a stop wait for it', async () => {
    const opening = deferred<string>();
    const closing: Promise<unknown>[] = [];
    const close = vi.fn(async () => {});
    const controller = new AbortController();
    const claimed = claim(opening.promise, close, controller.signal, (work) => closing.push(work));
    controller.abort(new Error('stop'));
    await expect(claimed).rejects.toThrow('stop');
    expect(close).not.toHaveBeenCalled();
    opening.resolve('browser');
    await Promise.all(closing);
    expect(close).toHaveBeenCalledExactlyOnceWith('browser');
  });

  it('has nothing to close when the opening fails after the abort', async () => {
    const opening = deferred<string>();
    const closing: Promise<unknown>[] = [];
    const close = vi.fn(async () => {});
    const signal = AbortSignal.abort(new Error('stop'));
    const claimed = claim(opening.promise, close, signal, (work) => closing.push(work));
    await expect(claimed).rejects.toThrow('stop');
    opening.reject(new Error('no browser'));
    await Promise.all(closing);
    expect(close).not.toHaveBeenCalled();
  });
});
