import { expect, it } from 'vitest';
import { NovaActError } from '../../errors/index.js';
import { remoteEnd } from './remote-end.js';

const { signal } = new AbortController();
const sessionThat = (end: (signal: AbortSignal) => Promise<unknown>) => ({
  endpointUrl: 'ws://host',
  end,
});

it('ends a browser once, whoever comes first, and lets the others wait for that', async () => {
  let calls = 0;
  const end = remoteEnd(
    sessionThat(async () => {
      calls += 1;
    }),
  );
  await Promise.all([end(signal), end(signal)]);
  await end(signal);
  expect(calls).toBe(1);
});

it('tries again after a failure, which is shown without addresses', async () => {
  let calls = 0;
  const end = remoteEnd(
    sessionThat(async () => {
      calls += 1;
      if (calls === 1) throw new Error('no way to https://cloud.example/SECRET');
    }),
  );
  await expect(end(signal)).rejects.toThrow('no way to https://cloud.example/…');
  await end(signal);
  expect(calls).toBe(2);
});

it('keeps an error of this library as it is', async () => {
  const error = new NovaActError('told');
  await expect(remoteEnd(sessionThat(() => Promise.reject(error)))(signal)).rejects.toBe(error);
});

it('tells whoever ends it when the time is up', async () => {
  const limit = new AbortController();
  const reason = new Error('time is up');
  const end = remoteEnd(
    sessionThat(
      (until) =>
        new Promise((_, reject) => {
          until.addEventListener('abort', () => reject(until.reason as Error));
        }),
    ),
  );
  const ending = expect(end(limit.signal)).rejects.toThrow('time is up');
  limit.abort(reason);
  await ending;
});
