import { describe, expect, it } from 'vitest';
import { fakeClock } from '../../../../test/support/fake-clock.js';
import { NovaActError } from '../../../errors/index.js';
import { askFor, sealed } from './ask-for.js';

const { signal } = new AbortController();
const asked = { field: 'cdpEndpointUrl', timeoutMs: 60_000, remedy: 'Have it answer.' };

describe('a function that tells where a browser is', () => {
  it('has a deadline, of which it is told', async () => {
    const clock = fakeClock();
    let until: AbortSignal | undefined;
    const ask = (given: AbortSignal) => {
      until = given;
      return new Promise(() => {});
    };
    const answer = expect(askFor({ ...asked, ask }, { clock, signal })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'cdpEndpointUrl',
      message: 'cdpEndpointUrl: gave no answer within 60,000 ms. Have it answer.',
    });
    clock.advance(60_000);
    await answer;
    expect(until?.aborted).toBe(true);
  });

  it('is not asked when the session is not wanted any more, and left when that comes', async () => {
    const clock = fakeClock();
    const reason = new Error('enough');
    const gone = AbortSignal.abort(reason);
    let calls = 0;
    const ask = () => {
      calls += 1;
      return new Promise(() => {});
    };
    await expect(askFor({ ...asked, ask }, { clock, signal: gone })).rejects.toBe(reason);
    expect(calls).toBe(0);
    const later = new AbortController();
    const answer = askFor({ ...asked, ask }, { clock, signal: later.signal });
    later.abort(reason);
    await expect(answer).rejects.toBe(reason);
  });

  it('may throw anything', async () => {
    const clock = fakeClock();
    for (const [thrown, said] of [
      [undefined, 'undefined'],
      ['a text', 'a text'],
      [new RangeError(''), 'RangeError'],
    ] as const) {
      const ask = () => {
        throw thrown;
      };
      await expect(askFor({ ...asked, ask }, { clock, signal })).rejects.toThrow(`failed: ${said}`);
    }
  });

  it('keeps an error of this library where it is of our own making', async () => {
    const clock = fakeClock();
    const error = new NovaActError('as it is');
    const ask = () => Promise.reject(error);
    await expect(askFor({ ...asked, ask, keepsOwn: true }, { clock, signal })).rejects.toBe(error);
    await expect(askFor({ ...asked, ask }, { clock, signal })).rejects.toMatchObject({
      field: 'cdpEndpointUrl',
    });
  });
});

it('shows of addresses the host alone, and no secret that is known', () => {
  const error = new TypeError(
    'got 401 from https://u:SECRET@api.example:8443/v1/SECRET?k=SECRET and wss://cdp.example/SECRET, with SECRET',
  );
  const shown = sealed(error, ['SECRET', '']);
  expect(shown.message).toBe(
    'got 401 from https://api.example:8443/… and wss://cdp.example/… with REDACTED',
  );
  expect(shown.name).toBe('TypeError');
  expect(sealed(new Error('at https://api.example/SECRET')).message).not.toContain('SECRET');
});
