import { LooseEnds } from '../act/loose-ends.js';
import type { Actuator } from '../browser/actuator.js';
import { pause } from '../deadline/pause.js';
import { preempt } from '../deadline/pre-empt.js';
import { StartFailedError, StopFailedError, suppress } from '../errors/index.js';
import { thrownText } from '../errors/thrown-text.js';
import type { Logger } from '../logger.js';
import type { SessionPath } from '../wire/operations.js';
import type { SessionRun } from './session-run.js';

/** How long the end of a session waits for status updates that are still under way. */
const LOOSE_ENDS_MS = 10_000;
/** After an abort, how long a failed start waits for its clean-up before it rejects. */
const GRACE_MS = 100;

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
  ) {
    this.looseEnds = new LooseEnds(logger);
  }

  get path(): SessionPath | undefined {
    return this.#path;
  }

  /** @throws StartFailedError, with everything closed again (or closing, after an abort). */
  async open(signal: AbortSignal): Promise<SessionPath> {
    // Its own controller too: when one half of a start fails, the other must not go on alone.
    const half = new AbortController();
    const both = AbortSignal.any([signal, half.signal]);
    try {
      signal.throwIfAborted();
      const run = await preempt(this.run.open(signal, this.looseEnds), signal);
      const starting = this.actuator.start(both);
      const creating = this.run.service.createSession(run, { signal: both });
      const [{ sessionId }] = await preempt(Promise.all([creating, starting]), signal);
      this.#path = { ...run, sessionId };
      return this.#path;
    } catch (cause) {
      half.abort(cause);
      const error = new StartFailedError(`The session could not be started: ${textOf(cause)}`, {
        cause,
      });
      this.allSucceeded = false;
      const closing = this.close().catch((failure: unknown) => suppress(error, failure));
      await (signal.aborted ? Promise.race([closing, pause(GRACE_MS)]) : closing);
      throw error;
    }
  }

  /** Closes all of it, once, whatever of it fails. @throws StopFailedError */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    const failures: unknown[] = [];
    const attempt = async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (failure) {
        failures.push(failure);
      }
    };
    await attempt(() => this.actuator.stop());
    await attempt(() => this.looseEnds.settle(LOOSE_ENDS_MS));
    const succeeded = this.allSucceeded && failures.length === 0;
    await attempt(() => this.run.close(succeeded ? 'SUCCEEDED' : 'FAILED'));
    const [cause, ...others] = failures;
    if (cause === undefined) return;
    const error = new StopFailedError(`The session could not be closed: ${textOf(cause)}`, {
      cause,
    });
    throw others.reduce<StopFailedError>((kept, later) => suppress(kept, later), error);
  }
}

/** Closes the session after something else of its stop has failed already, or has not. */
export async function closeAfter(failed: StopFailedError | undefined, session: Session) {
  try {
    await session.close();
  } catch (failure) {
    throw failed ? suppress(failed, failure) : failure;
  }
  if (failed) throw failed;
}

function textOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : thrownText(thrown);
}
