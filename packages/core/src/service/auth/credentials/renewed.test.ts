import { describe, expect, it } from 'vitest';
import { fakeClock } from '../../../../test/support/fake-clock.js';
import type { FoundCredentials } from '../aws-credentials.js';
import type { CredentialSource } from './credential-source.js';
import { renewed } from './renewed.js';

const HOUR = 3_600_000;

/** A source that gives what is told to it, credentials numbered by the call. */
function world({ lifeMs, undatedMs = 60_000 }: { lifeMs?: number; undatedMs?: number }) {
  const clock = fakeClock();
  const warnings: string[] = [];
  const logger = {
    debug() {},
    info() {},
    error() {},
    warn: (message: string, fields?: object) =>
      warnings.push(`${message} ${JSON.stringify(fields)}`),
  };
  const state = { asked: 0, next: 'good' as 'good' | 'fails' | 'hangs' | 'absent' };
  const source: CredentialSource = {
    name: 'the vault',
    undatedMs,
    async provide(): Promise<FoundCredentials> {
      state.asked += 1;
      const n = state.asked;
      if (state.next === 'fails') throw new Error('vault: reset');
      if (state.next === 'hangs') await new Promise(() => {});
      return {
        accessKeyId: `AKID${n}`,
        secretAccessKey: 's',
        ...(lifeMs === undefined ? {} : { expiration: new Date(clock.now() + lifeMs) }),
      };
    },
  };
  const left: AbortSignal[] = [];
  const choose = (unattended: AbortSignal) => {
    left.push(unattended);
    if (state.next === 'absent') throw new Error('no such profile');
    return source;
  };
  const provide = renewed(choose, { clock, logger });
  const key = async () => (await provide()).accessKeyId;
  return { clock, warnings, state, provide, key, left };
}

describe('credentials', () => {
  it.each([
    [HOUR, HOUR - 300_000],
    [240_000, 180_000],
  ])('of %s ms are kept for %s ms, and then renewed', async (lifeMs, keptMs) => {
    const { clock, state, key } = world({ lifeMs });
    for (let i = 0; i < 10; i += 1) expect(await key()).toBe('AKID1');
    clock.advance(keptMs - 1);
    expect(await key()).toBe('AKID1');
    clock.advance(1);
    expect(await key()).toBe('AKID2');
    expect(state.asked).toBe(2);
  });

  it('are asked for once by all who wait, at the first and at each renewal', async () => {
    const { clock, state, key } = world({ lifeMs: HOUR });
    await Promise.all([key(), key(), key()]);
    expect(state.asked).toBe(1);
    clock.advance(HOUR - 1_000);
    await Promise.all([key(), key(), key()]);
    expect(state.asked).toBe(2);
  });

  it('that are still good are used when one renewal fails, which the log alone is told', async () => {
    const { clock, warnings, state, key } = world({ lifeMs: HOUR });
    await key();
    clock.advance(HOUR - 200_000);
    state.next = 'fails';
    expect(await key()).toBe('AKID1');
    expect(warnings).toEqual([expect.stringContaining('vault: reset')]);
    await key();
    expect(state.asked).toBe(2);
    state.next = 'good';
    clock.advance(10_000);
    expect(await key()).toBe('AKID3');
  });

  it('that are still good are used while one renewal hangs, and nobody else waits for it', async () => {
    const { clock, state, key } = world({ lifeMs: HOUR });
    await key();
    clock.advance(HOUR - 200_000);
    state.next = 'hangs';
    const first = key();
    await Promise.resolve();
    clock.advance(2_000);
    expect(await first).toBe('AKID1');
    expect(await key()).toBe('AKID1');
    expect(state.asked).toBe(2);
  });

  it('that have ended are not used: the failure is for the user, and is forgotten', async () => {
    const { clock, state, key } = world({ lifeMs: HOUR });
    await key();
    clock.advance(HOUR);
    state.next = 'fails';
    await expect(key()).rejects.toThrow('vault: reset');
    state.next = 'good';
    expect(await key()).toBe('AKID3');
  });

  it('that had ended when they came are an error that names their source', async () => {
    const { key } = world({ lifeMs: 0 });
    await expect(key()).rejects.toThrow(/from the vault expired at 1970/);
  });

  it('without an end are asked for anew after a while, and kept if that fails', async () => {
    const { clock, state, key } = world({ undatedMs: 5_000 });
    await key();
    clock.advance(5_000);
    expect(await key()).toBe('AKID2');
    clock.advance(5_000);
    state.next = 'fails';
    expect(await key()).toBe('AKID2');
  });

  it('that the service refused are asked for anew with the next request', async () => {
    const { key, provide } = world({ lifeMs: HOUR });
    await key();
    provide.refused();
    expect(await key()).toBe('AKID2');
  });

  it('of a source that could not even be named are looked for anew', async () => {
    const { state, key } = world({ lifeMs: HOUR });
    state.next = 'absent';
    await expect(key()).rejects.toThrow('no such profile');
    state.next = 'good';
    expect(await key()).toBe('AKID1');
  });

  it('are renewed unattended from when the last one who waits has gone on', async () => {
    const { clock, state, key, left } = world({ lifeMs: HOUR });
    await key();
    clock.advance(HOUR - 200_000);
    state.next = 'hangs';
    const first = key();
    await Promise.resolve();
    expect(left[1]?.aborted).toBe(false);
    clock.advance(2_000);
    await first;
    expect(left[1]?.aborted).toBe(true);
  });

  it('are waited for by others when one of them has given up', async () => {
    const { provide, left, state } = world({ lifeMs: HOUR });
    state.next = 'hangs';
    const one = new AbortController();
    const gone = provide(one.signal);
    const stays = new AbortController();
    const waits = provide(stays.signal);
    one.abort('enough');
    await expect(gone).rejects.toBe('enough');
    expect(left[0]?.aborted).toBe(false);
    stays.abort('too');
    await expect(waits).rejects.toBe('too');
    expect(left[0]?.aborted).toBe(true);
    expect(state.asked).toBe(1);
  });
});
