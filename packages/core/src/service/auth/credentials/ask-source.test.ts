import { describe, expect, it } from 'vitest';
import { fakeClock } from '../../../../test/support/fake-clock.js';
import type { Clock } from '../../../deadline/clock.js';
import { ValidationError } from '../../../errors/index.js';
import { silentLogger } from '../../../logger.js';
import { correctedClock } from '../corrected-clock.js';
import { askSource } from './ask-source.js';
import type { SourceContext } from './credential-source.js';
import { SourceError } from './source-error.js';

const context = (
  clock: Clock = fakeClock(),
  attempts = 2,
  unattended = new AbortController().signal,
): SourceContext => ({
  region: 'us-east-1',
  env: {},
  clock: correctedClock(clock, silentLogger),
  logger: silentLogger,
  fetch,
  attempts,
  mfaCode: undefined,
  unattended,
});
/** Time goes on whenever somebody waits for it. */
const hasty = () => {
  const clock = fakeClock();
  return { ...clock, after: (ms: number, fn: () => void) => clock.after(ms === 200 ? 0 : ms, fn) };
};

describe('a source of credentials', () => {
  it('that is silent is asked again, each time with a deadline of its own, and then named', async () => {
    const clock = fakeClock();
    const signals: AbortSignal[] = [];
    const asking = askSource(
      {
        name: 'the vault',
        timeoutMs: 1_000,
        ask: (signal) => {
          signals.push(signal);
          return new Promise(() => {});
        },
      },
      context(clock),
    ).catch((error: Error) => error);
    for (const ms of [1_000, 200, 1_000]) {
      await new Promise((done) => setImmediate(done));
      clock.advance(ms);
    }
    expect(await asking).toMatchObject({
      name: 'AuthError',
      message: 'The vault gave no answer within 1000 ms (2 tries)',
    });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  it('that refuses is not asked again', async () => {
    let asked = 0;
    const ask = async () => {
      asked += 1;
      throw new SourceError('is closed');
    };
    const asking = askSource({ name: 'the vault', timeoutMs: 1, ask }, context(hasty(), 5));
    await expect(asking).rejects.toThrow(/^The vault is closed$/);
    expect(asked).toBe(1);
  });

  it('that throws a library’s own error is told with it, secrets struck out', async () => {
    const ask = async () => {
      throw Object.assign(new Error('no: SecretAccessKey=hush'), { name: 'VaultError' });
    };
    await expect(askSource({ name: 'the vault', timeoutMs: 1, ask }, context())).rejects.toThrow(
      'The vault failed: VaultError: no: SecretAccessKey=[redacted]',
    );
  });

  it('whose answer is unusable by a typed error keeps that error', async () => {
    const wrong = new ValidationError('is odd', { field: 'credentials.expiration', remedy: 'No.' });
    const ask = async () => Promise.reject(wrong);
    await expect(askSource({ name: 'x', timeoutMs: 1, ask }, context())).rejects.toBe(wrong);
  });

  it('that nobody waits for any more is given up, and not asked again', async () => {
    const left = new AbortController();
    const signals: AbortSignal[] = [];
    const ask = (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<never>(() => {});
    };
    const question = { name: 'the vault', timeoutMs: 1_000, ask };
    const asking = askSource(question, context(fakeClock(), 2, left.signal));
    left.abort();
    await expect(asking).rejects.toThrow('The vault gave no answer while a request waited for it');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('that goes on when nobody waits any more keeps its deadline, and the process alive no longer', async () => {
    const left = new AbortController();
    const timers: (boolean | undefined)[] = [];
    const clock = fakeClock();
    const noting: Clock = {
      ...clock,
      after(ms, fn, options) {
        timers.push(options?.keepsAlive);
        return clock.after(ms, fn);
      },
    };
    const ask = () => new Promise<never>(() => {});
    const question = { name: 'the vault', timeoutMs: 1_000, ask, goesOn: true };
    const asking = askSource(question, context(noting, 1, left.signal)).catch((error) => error);
    left.abort();
    expect(timers).toEqual([true, false]);
    clock.advance(1_000);
    expect((await asking).message).toBe('The vault gave no answer within 1000 ms');
  });
});
