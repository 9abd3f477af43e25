import { describe, expect, it, vi } from 'vitest';
import { patientClock } from '../../test/support/patient-clock.js';
import { bounded } from './bounded.js';
import { HEED_MS, HURRIED_MS } from './closing-steps.js';

const never = () => new Promise<never>(() => {});

describe('work within a bound', () => {
  it('is done or failed when it is in time, and leaves no timer', async () => {
    const { clock } = patientClock();
    const cancel = vi.fn();
    const after = vi.fn(() => cancel);
    const bound = { boundMs: 1_000, clock: { ...clock, after } };
    expect(await bounded(() => 'ok', bound)).toEqual({ how: 'done' });
    const error = new Error('no');
    expect(await bounded(() => Promise.reject(error), bound)).toEqual({ how: 'failed', error });
    const throwing = () => {
      throw error;
    };
    expect(await bounded(throwing, bound)).toEqual({ how: 'failed', error });
    expect(cancel).toHaveBeenCalledTimes(after.mock.calls.length);
  });

  it('is abandoned a moment after its bound, told so by its signal', async () => {
    const { clock, until } = patientClock();
    let signal: AbortSignal | undefined;
    const work = bounded(
      (given) => {
        signal = given;
        return never();
      },
      { boundMs: 1_000, clock },
    );
    expect(await until(work)).toBe(1_000 + HEED_MS);
    expect(await work).toEqual({ how: 'abandoned', afterMs: 1_000 + HEED_MS });
    expect(signal?.aborted).toBe(true);
  });

  it('may let go by force when its time is up, and say how', async () => {
    const { clock, until } = patientClock();
    const error = new Error('its process was ended');
    const work = bounded(
      (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(error))),
      { boundMs: 1_000, clock },
    );
    expect(await until(work)).toBe(1_000);
    expect(await work).toEqual({ how: 'abandoned', afterMs: 1_000, error });
  });

  it('has a second from when it is hurried, and no more than its bound', async () => {
    const hurried = async (boundMs: number) => {
      const { clock, until } = patientClock();
      const hurry = new AbortController();
      const work = bounded(never, { boundMs, clock, hurry: hurry.signal });
      clock.advance(100);
      hurry.abort();
      return until(work);
    };
    expect(await hurried(10_000)).toBe(HURRIED_MS + HEED_MS);
    expect(await hurried(600)).toBe(500 + HEED_MS);
    const { clock, until } = patientClock();
    const late = bounded(never, { boundMs: 10_000, clock, hurry: AbortSignal.abort() });
    expect(await until(late)).toBe(HURRIED_MS + HEED_MS);
  });

  it('that fails after it was abandoned is no unhandled rejection', async () => {
    const { clock, until } = patientClock();
    let fail = (_: Error) => {};
    const late = new Promise((_, reject) => {
      fail = reject;
    });
    await until(bounded(() => late, { boundMs: 1_000, clock }));
    fail(new Error('late'));
    // An unhandled rejection would fail the test run.
    await new Promise((resolve) => setImmediate(resolve));
  });
});
