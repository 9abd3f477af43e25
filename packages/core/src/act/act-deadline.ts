import type { Clock } from '../deadline/clock.js';
import { onAbort } from '../deadline/on-abort.js';
import { ActCanceledError, ActTimeoutError } from '../errors/index.js';
import { holdableTimer } from './holdable-timer.js';

export interface ActDeadline {
  /** Aborted once, with the error the act is to be rejected with. */
  readonly signal: AbortSignal;
  /** Stops the act's clock, until the function given back is called: somebody else's time is no time of the act's. */
  hold(): () => void;
  /** Takes the listeners and the timer away again. */
  close(): void;
}

/** One signal out of all that can end an act early: its time, its caller, its session, its run. */
export function openActDeadline(
  timeoutMs: number,
  sources: readonly (AbortSignal | undefined)[],
  clock: Clock,
): ActDeadline {
  const controller = new AbortController();
  const signals = sources.filter((source) => source !== undefined);
  // A new error for each act: it will carry that act's metadata.
  const cancel = ({ reason }: AbortSignal) =>
    controller.abort(
      new ActCanceledError(
        reason instanceof ActCanceledError ? reason.message : 'The act was canceled by its signal',
        { cause: reason },
      ),
    );
  const timer = holdableTimer(timeoutMs, clock, () =>
    controller.abort(new ActTimeoutError(`The act was not done after ${timeoutMs} ms (timeoutMs)`)),
  );
  const unlinks: (() => void)[] = [];
  const close = () => {
    timer.stop();
    for (const unlink of unlinks) unlink();
  };
  controller.signal.addEventListener('abort', close, { once: true });
  for (const source of signals) unlinks.push(onAbort(source, () => cancel(source)));
  return { signal: controller.signal, hold: timer.hold, close };
}
