import { LooseEnds } from '../act/loose-ends.js';
import type { Actuator } from '../browser/actuator.js';
import { runInWorkflow } from '../context.js';
import { type Clock, systemClock } from '../deadline/clock.js';
import { pause } from '../deadline/pause.js';
import { preempt } from '../deadline/pre-empt.js';
import {
  ShutdownError,
  StartFailedError,
  type StopFailedError,
  suppress,
} from '../errors/index.js';
import { thrownText } from '../errors/thrown-text.js';
import type { Logger } from '../logger.js';
import { vaultOf } from '../secrets/check-secrets.js';
import type { Vault } from '../secrets/vault.js';
import type { SessionPath } from '../wire/operations.js';
import type { SessionRun } from './session-run.js';
import { type ClosedWith, closeSession } from './stop/close-session.js';

/** After an abort, how long a failed start waits for its clean-up before it rejects. */
const GRACE_MS = 100;
/** When the process is to end, a rejection may be the end of it: the clean-up comes first. */
const SHUTDOWN_GRACE_MS = 15_000;

/**
 * The resources of one session, opened together and closed together: its run (when it is its own),
 * its session on the service, its browser.
 */
export class Session {
  readonly looseEnds: LooseEnds;
  /** Every act so far ended SUCCEEDED: what a run of the session's own will say. */
  allSucceeded = true;
  #path: SessionPath | undefined;
  #closing: Promise<void> | undefined;

  constructor(
    readonly run: SessionRun,
    readonly actuator: Actuator,
    readonly logger: Logger,
    readonly clock: Clock = systemClock,
    readonly secrets: Pick<Vault, 'redact' | 'redactError'> = vaultOf(undefined),
  ) {
    this.looseEnds = new LooseEnds(logger);
  }

  get path(): SessionPath | undefined {
    return this.#path;
  }

  /** Calls `fn` in the context of the workflow that the session belongs to. */
  inWorkflow<T>(fn: () => T): T {
    const { workflow } = this.run;
    return workflow ? runInWorkflow(workflow, fn) : fn();
  }

  /**
   * @param check what else must be well for the session to start; asked while the browser opens
   * @throws StartFailedError, with everything closed again (or closing, after an abort).
   */
  async open(
    signal: AbortSignal,
    check?: (signal: AbortSignal) => Promise<void>,
  ): Promise<SessionPath> {
    // Its own controller too: when one half of a start fails, the other must not go on alone.
    const half = new AbortController();
    const both = AbortSignal.any([signal, half.signal]);
    try {
      signal.throwIfAborted();
      const run = await preempt(this.run.open(signal, this.looseEnds), signal);
      const starting = this.actuator.start(both);
      const creating = this.run.service.createSession(run, { signal: both });
      const all = Promise.all([creating, starting, check?.(both)]);
      const [{ sessionId }] = await preempt(all, signal);
      this.#path = { ...run, sessionId };
      return this.#path;
    } catch (thrown) {
      const cause = this.secrets.redactError(thrown);
      half.abort(cause);
      this.allSucceeded = false;
      const closed = this.close().then(
        () => undefined,
        (failure: StopFailedError) => {
          suppress(error, failure);
          return failure;
        },
      );
      const what = `The session could not be started: ${textOf(cause)}`;
      const error = new StartFailedError(what, { cause, closed });
      const timer = new AbortController();
      const bound = signal.aborted ? [pause(graceMs(signal), timer.signal, this.clock)] : [];
      await Promise.race([closed, ...bound]);
      timer.abort();
      throw error;
    }
  }

  /** Closes all of it, once, whatever of it fails or hangs: within 45 s. @throws StopFailedError */
  close(closed: ClosedWith = {}): Promise<void> {
    this.#closing ??= closeSession(this, closed).catch((failure: unknown) => {
      throw this.secrets.redactError(failure);
    });
    return this.#closing;
  }
}

function graceMs({ reason }: AbortSignal): number {
  return reason instanceof ShutdownError ? SHUTDOWN_GRACE_MS : GRACE_MS;
}

function textOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : thrownText(thrown);
}
