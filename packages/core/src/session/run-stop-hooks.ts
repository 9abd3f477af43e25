import { pause } from '../deadline/pause.js';
import { preempt } from '../deadline/pre-empt.js';
import { StopFailedError, suppress } from '../errors/index.js';
import type { NovaAct } from './nova-act.js';
import type { StopHook } from './nova-act-options.js';

const TOGETHER_MS = 30_000;

/** Runs every hook, also after one has failed; gives back what failed, if anything did. */
export async function runStopHooks(
  nova: NovaAct,
  hooks: readonly StopHook[],
): Promise<StopFailedError | undefined> {
  if (hooks.length === 0) return undefined;
  const bound = new AbortController();
  const timer = new AbortController();
  pause(TOGETHER_MS, timer.signal).then(
    () => bound.abort(new Error(`The stop hooks were not done after ${TOGETHER_MS} ms`)),
    () => undefined, // The hooks were done first.
  );
  let failed: StopFailedError | undefined;
  for (const hook of hooks) {
    try {
      await preempt((async () => hook(nova))(), bound.signal);
    } catch (cause) {
      if (failed) suppress(failed, cause);
      else failed = new StopFailedError('A stop hook failed', { cause });
    }
  }
  timer.abort();
  return failed;
}
