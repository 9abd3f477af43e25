import { expect, it } from 'vitest';
import { patientClock } from '../../test/support/patient-clock.js';
import { StopFailedError, type StopStep } from '../errors/index.js';
import { Closing } from './closing.js';
import { CLOSING_STEPS } from './closing-steps.js';

const never = () => new Promise<never>(() => {});

it('goes through its steps, and throws nothing when all were done', async () => {
  const { clock } = patientClock();
  const closing = new Closing(clock);
  const did: string[] = [];
  await closing.step('stop-hook', () => did.push('hook'));
  await closing.step('close-browser', async () => did.push('browser'));
  expect(did).toEqual(['hook', 'browser']);
  expect(closing.hasFailed).toBe(false);
  closing.throwIfFailed();
});

it('names what failed and what was abandoned, with the error of each, and goes on', async () => {
  const { clock, until } = patientClock();
  const closing = new Closing(clock);
  const broken = new Error('broken');
  const ended = new Error('its process was ended');
  await closing.step('stop-hook', () => Promise.reject(broken));
  const hanging = closing.step('close-browser', (signal) => {
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(ended)));
  });
  await until(hanging);
  await until(closing.step('traces', never));
  const error = thrownBy(() => closing.throwIfFailed()) as StopFailedError;
  expect(error).toBeInstanceOf(StopFailedError);
  expect(error.failures).toEqual([
    { step: 'stop-hook', outcome: 'failed', message: 'A stop hook was not done: broken' },
    {
      step: 'close-browser',
      outcome: 'abandoned',
      message: 'The browser was not closed after 10000 ms: its process was ended',
    },
    { step: 'traces', outcome: 'abandoned', message: expect.stringMatching(/not written after/) },
  ]);
  expect(error.message).toBe(error.failures.map(({ message }) => message).join('; '));
  expect(error.cause).toBe(broken);
  expect(error.suppressed).toEqual([ended, expect.any(Error)]);
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ failures: error.failures });
});

it('takes the failures of a part that closes by itself for its own', async () => {
  const { clock } = patientClock();
  const inner = new Closing(clock);
  await inner.step('close-browser', () => Promise.reject(new Error('stuck')));
  await inner.step('save-browser-session', () => Promise.reject(new Error('full')));
  const outer = new Closing(clock);
  await outer.step('actuator', () => inner.throwIfFailed());
  const error = thrownBy(() => outer.throwIfFailed()) as StopFailedError;
  expect(error.failures.map(({ step }) => step)).toEqual(['close-browser', 'save-browser-session']);
  expect(error.cause).toMatchObject({ message: 'stuck' });
  expect(error.suppressed).toMatchObject([{ message: 'full' }]);
});

it.each(Object.keys(CLOSING_STEPS) as StopStep[])('has a bound for %s', async (step) => {
  const { clock, until } = patientClock();
  const closing = new Closing(clock);
  expect(await until(closing.step(step, never))).toBeLessThan(45_000);
  expect(closing.hasFailed).toBe(true);
});

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
