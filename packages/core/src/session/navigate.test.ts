import { describe, expect, it } from 'vitest';
import type { Actuator } from '../browser/actuator.js';
import { AgentRedirectError } from '../errors/index.js';
import { navigate } from './navigate.js';

const { signal } = new AbortController();
const hand = (goToUrl: () => Promise<undefined>, done: string[]) =>
  ({
    goToUrl,
    async settle() {
      done.push('settled');
      return { reason: '', durationMs: 0 };
    },
  }) as unknown as Actuator;

describe('navigate', () => {
  it('lets the page settle', async () => {
    const done: string[] = [];
    await navigate(
      hand(async () => undefined, done),
      'https://e.com',
      {},
      signal,
    );
    expect(done).toEqual(['settled']);
  });

  it('hands on what was asked for, and waits for no rest when a moment of the loading is named', async () => {
    const done: unknown[] = [];
    const heard = {
      goToUrl: async (...given: unknown[]) => void done.push(given.slice(2)),
      settle: async () => void done.push('settled'),
    } as unknown as Actuator;
    const asked = { waitUntil: 'load', timeoutMs: 5, referer: 'https://e.com/from' } as const;
    await navigate(heard, 'https://e.com', asked, signal);
    expect(done).toEqual([['program', asked]]);
    await navigate(heard, 'https://e.com', { waitUntil: 'settled' }, signal);
    expect(done.at(-1)).toBe('settled');
  });

  it('gives a user an error of the act’s kind, never a redirect for the agent', async () => {
    const refusing = hand(() => Promise.reject(new AgentRedirectError('left again')), []);
    await expect(navigate(refusing, 'https://e.com', {}, signal)).rejects.toMatchObject({
      code: 'ACT_ACTUATION_FAILED',
      message: 'left again',
    });
  });
});
