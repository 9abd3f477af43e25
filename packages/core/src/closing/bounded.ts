import type { Clock } from '../deadline/clock.js';
import { onAbort } from '../deadline/on-abort.js';
import { HEED_MS, HURRIED_MS } from './closing-steps.js';

export interface Bound {
  readonly boundMs: number;
  readonly clock: Clock;
  /** Aborted when there is no more time for what is not done: it then has `hurriedMs` at most. */
  readonly hurry?: AbortSignal | undefined;
  readonly hurriedMs?: number | undefined;
}

export type Outcome =
  | { readonly how: 'done' }
  | { readonly how: 'failed'; readonly error: unknown }
  /** `error` is what it failed with when it was told that its time is up. */
  | { readonly how: 'abandoned'; readonly afterMs: number; readonly error?: unknown };

/**
 * Waits for `work` no longer than its bound. Then its signal is aborted, and it is waited for a moment
 * more, in which it can let go by force; after that it is left to itself, and what becomes of it is
 * nobody's concern. Never rejects.
 */
export async function bounded(
  work: (signal: AbortSignal) => unknown,
  { boundMs, clock, hurry, hurriedMs = HURRIED_MS }: Bound,
): Promise<Outcome> {
  const startMs = clock.now();
  const limit = new AbortController();
  let leave = () => {};
  const left = new Promise<'left'>((resolve) => {
    leave = () => resolve('left');
  });
  let cancel = () => {};
  const expire = () => {
    cancel = clock.after(HEED_MS, leave);
    limit.abort(new Error(`The time for it was up after ${clock.now() - startMs} ms`));
  };
  cancel = clock.after(boundMs, expire);
  const unhurry = onAbort(hurry, () => {
    if (limit.signal.aborted) return;
    cancel();
    cancel = clock.after(Math.min(hurriedMs, startMs + boundMs - clock.now()), expire);
  });
  const settled = (async () => work(limit.signal))().then(
    () => ({ how: 'done' }) as const,
    (error: unknown) => ({ how: 'failed', error }) as const,
  );
  const first = await Promise.race([settled, left]);
  const afterMs = clock.now() - startMs;
  unhurry();
  cancel();
  if (!limit.signal.aborted && first !== 'left') return first;
  const says = first !== 'left' && first.how === 'failed' && first.error !== limit.signal.reason;
  return { how: 'abandoned', afterMs, ...(says ? { error: first.error } : {}) };
}
