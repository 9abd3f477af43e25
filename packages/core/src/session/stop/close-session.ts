import type { LooseEnds } from '../../act/loose-ends.js';
import type { Actuator } from '../../browser/actuator.js';
import { Closing } from '../../closing/closing.js';
import {
  CLOSING_STEPS,
  HURRY_AFTER_MS,
  RUN_STATUS_ATTEMPT_MS,
} from '../../closing/closing-steps.js';
import type { Clock } from '../../deadline/clock.js';
import type { SessionRun } from '../session-run.js';
import type { HookFailure } from './stop-hooks.js';

/** What is closed. */
export interface ClosableSession {
  readonly run: SessionRun;
  readonly actuator: Actuator;
  readonly looseEnds: LooseEnds;
  readonly clock: Clock;
  /** Every act ended SUCCEEDED, as far as it is known. */
  readonly allSucceeded: boolean;
}

/** What there is to close beside it, in a session that had started. */
export interface ClosedWith {
  /** Settles when the act, the navigation or the start that was told to end is over. */
  readonly running?: Promise<unknown> | undefined;
  readonly hooks?: ClosingHooks | undefined;
  readonly traces?: { flush(): Promise<void> } | undefined;
}

/** What the user has asked to be done at the stop. It fails nothing but itself. */
export interface ClosingHooks {
  readonly isEmpty: boolean;
  run(signal: AbortSignal, told: (failure: HookFailure) => void): Promise<void>;
  told(failure: HookFailure): void;
}

/**
 * The end of a session, within 45 s whatever of it hangs; the bound of each step is in `CLOSING_STEPS`.
 * What runs is over first; then come the hooks, which need the browser and the traces, and the browser;
 * beside them the statuses of acts and, where there are no hooks, the traces. The status of the run comes as soon as it is certain:
 * when it is FAILED already it waits for the statuses of the acts alone, else for all that can still
 * fail.
 * @throws StopFailedError
 */
export async function closeSession(session: ClosableSession, closed: ClosedWith): Promise<void> {
  const { run, actuator, looseEnds, clock } = session;
  const { running, hooks, traces } = closed;
  const hurry = new AbortController();
  const atLeisure = clock.after(HURRY_AFTER_MS, () => hurry.abort());
  const closing = new Closing(clock, hurry.signal);
  const isSucceeded = () => session.allSucceeded && !closing.hasFailed;

  await closing.step('running-work', () => running);
  const updates = closing.step('status-updates', (signal) => looseEnds.settle(signal));
  const written = closing.step('traces', () => traces?.flush());
  if (hooks && !hooks.isEmpty) {
    await written;
    // Of an end of its own: what a hook cannot do is told, and is no failure of this one.
    await new Closing(clock, hurry.signal).step('stop-hook', (signal) =>
      hooks.run(signal, (failure) => hooks.told(failure)),
    );
  }
  const stopped = closing.step(
    'actuator',
    (signal) => actuator.stop(AbortSignal.any([signal, hurry.signal])),
    actuator.stopTimeoutMs ?? CLOSING_STEPS.actuator.boundMs,
  );
  if (isSucceeded()) await stopped;
  if (isSucceeded()) await written;
  await updates;
  const status = isSucceeded() ? 'SUCCEEDED' : 'FAILED';
  await closing.step('run-status', (signal) =>
    run.close(status, { signal, attemptTimeoutMs: RUN_STATUS_ATTEMPT_MS }),
  );
  await Promise.all([stopped, written]);
  atLeisure();
  closing.throwIfFailed();
}
