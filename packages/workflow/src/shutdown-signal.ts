import { ShutdownError, ValidationError } from '@nova-act/core';
import { knownOptions, refuseUnknown } from '@nova-act/core/runtime';
import { allRunsEnded } from './run/pending-ends.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Options of `shutdownSignal`. Those of its first call count for the whole process. */
export interface ShutdownOptions {
  /** After the runs have ended, how long the program may take to finish by itself. Default 10,000. */
  graceMs?: number | undefined;
}

const SHUTDOWN_OPTIONS = knownOptions<ShutdownOptions>(
  'shutdownSignal()',
  { graceMs: true },
  { timeout: 'Did you mean graceMs?', timeoutMs: 'Did you mean graceMs?' },
);

let shared: AbortSignal | undefined;

/**
 * A signal that SIGINT (Ctrl-C), SIGTERM and SIGHUP (the terminal is gone) abort, to pass as `signal`: runs
 * end `FAILED`, browsers are closed, and when the program is done, or has had its time, the process dies of the signal it received,
 * so that whoever started it sees the truth. A second Ctrl-C ends it at once.
 *
 * This is the only function of the library that installs process handlers, once, with the first call;
 * later calls give the same signal. A run ended by it rejects only after it is on record (at most
 * 15 s), because a program whose main promise rejects is gone.
 *
 * @throws ValidationError
 */
export function shutdownSignal(options: ShutdownOptions = {}): AbortSignal {
  refuseUnknown(options, SHUTDOWN_OPTIONS);
  const { graceMs = 10_000 } = options;
  if (!(graceMs >= 0 && graceMs <= 2_147_483_647)) {
    throw new ValidationError('is out of range', {
      field: 'graceMs',
      value: graceMs,
      remedy: 'Use milliseconds from 0.',
    });
  }
  shared ??= listen(graceMs);
  return shared;
}

function listen(graceMs: number): AbortSignal {
  const controller = new AbortController();
  const handlers = SIGNALS.map((name) => ({ name, handler: () => receive(name) }));
  for (const { name, handler } of handlers) process.on(name, handler);

  function receive(name: (typeof SIGNALS)[number]): void {
    // Back to the default action, which a second signal and our own at the end need.
    for (const { name: other, handler } of handlers) process.off(other, handler);
    const die = () => process.kill(process.pid, name);
    process.once('exit', die);
    controller.abort(new ShutdownError(name));
    // Unreferenced: a program that is done before is not kept; the exit handler sees to its end.
    void allRunsEnded().then(() => setTimeout(die, graceMs).unref());
  }

  return controller.signal;
}
