import { type Clock, preempt } from '@nova-act/core/runtime';
import { toldError } from '../failure/told-error.js';
import { type Check, type Examined, type Finding, failed } from './check.js';

/**
 * Does the checks one after the other and tells each when it is done. None hangs: what gives no answer until
 * its deadline has failed. One whose ground has failed is skipped.
 * @throws the reason of `signal`
 */
export async function examine(
  checks: readonly Check[],
  { clock, signal, tell }: { clock: Clock; signal: AbortSignal; tell: (done: Examined) => void },
): Promise<Examined[]> {
  const done: Examined[] = [];
  const notOk = (name: string | undefined) =>
    done.some((one) => one.name === name && (one.state === 'failed' || one.state === 'skipped'));
  for (const check of checks) {
    const { name, after } = check;
    const found: Examined = notOk(after)
      ? { name, state: 'skipped', says: `needs ${after}` }
      : { name, ...(await within(check, clock, signal)) };
    done.push(found);
    tell(found);
  }
  return done;
}

async function within(check: Check, clock: Clock, stop: AbortSignal): Promise<Finding> {
  const late = new AbortController();
  const { deadlineMs } = check;
  const cancel = clock.after(deadlineMs, () =>
    late.abort(new Error(`gave no answer within ${deadlineMs / 1_000} s`)),
  );
  const signal = AbortSignal.any([stop, late.signal]);
  try {
    stop.throwIfAborted();
    return await preempt(
      Promise.resolve().then(() => check.look(signal)),
      signal,
    );
  } catch (error) {
    stop.throwIfAborted();
    const { message, remedy } = toldError(error);
    return failed(message, remedy);
  } finally {
    cancel();
  }
}
