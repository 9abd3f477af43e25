import { describe, expect, it } from 'vitest';
import { AuthError } from '../../../errors/index.js';
import { CREDENTIALS } from '../../testing/surfaces.js';
import { credentialProvider } from './credential-provider.js';

function movingClock() {
  let nowMs = 0;
  return {
    clock: { now: () => nowMs, after: () => () => {} },
    advance: (ms: number) => {
      nowMs += ms;
    },
  };
}

const IAM = { kind: 'iam' as const, region: 'us-east-1' };

describe('credentialProvider', () => {
  it('gives fixed credentials as they are', async () => {
    const provide = credentialProvider({ ...IAM, credentials: CREDENTIALS }, movingClock());
    expect(await provide()).toEqual(CREDENTIALS);
  });

  it('asks a function once for all that wait, and again shortly before what it gave ends', async () => {
    const { clock, advance } = movingClock();
    let asked = 0;
    const credentials = async () => {
      asked += 1;
      return { ...CREDENTIALS, expiration: new Date(clock.now() + 3_600_000) };
    };
    const provide = credentialProvider({ ...IAM, credentials }, { clock });
    await Promise.all([provide(), provide(), provide()]);
    expect(asked).toBe(1);
    advance(3_600_000 - 5 * 60_000 - 1);
    await provide();
    expect(asked).toBe(1);
    advance(1);
    await provide();
    expect(asked).toBe(2);
  });

  it('does not keep a failure', async () => {
    let asked = 0;
    const credentials = async () => {
      asked += 1;
      if (asked === 1) throw new Error('not yet');
      return CREDENTIALS;
    };
    const provide = credentialProvider({ ...IAM, credentials }, movingClock());
    await expect(provide()).rejects.toMatchObject({
      code: 'AUTH_NOT_RESOLVED',
      cause: { message: 'not yet' },
    });
    expect(await provide()).toEqual(CREDENTIALS);
  });

  it('a function that gives something else is an AuthError', async () => {
    const credentials = async () => ({ accessKeyId: 'only' }) as never;
    const provide = credentialProvider({ ...IAM, credentials }, movingClock());
    await expect(provide()).rejects.toBeInstanceOf(AuthError);
  });
});
