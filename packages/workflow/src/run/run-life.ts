import { type Logger, WorkflowEndedError } from '@nova-act/core';
import { pause, type RunResident, type TerminalRunStatus } from '@nova-act/core/runtime';
import { trackEnd } from './pending-ends.js';
import { outcomeOf, type RunOutcome } from './run-outcome.js';

/** How long the end of a run waits for its sessions to close. They have bounds of their own. */
const CLOSE_TIMEOUT_MS = 60_000;

/** How a run ended: the status is decided at once, being told so takes its time. */
export interface RunEnd {
  readonly status: TerminalRunStatus;
  /** Rejects when the status could not be put on record. */
  readonly recorded: Promise<RunTold>;
}

/** Whether the status was this side's to tell, and the service told. */
export interface RunTold {
  readonly ours: boolean;
}

/**
 * The sessions of a run and its one end: its signal is aborted, its sessions are closed (each act
 * gets its own terminal status), and only then the status is put on record.
 */
export class RunLife {
  readonly #controller = new AbortController();
  readonly #residents = new Set<RunResident>();
  readonly #logger: Logger;
  #end: RunEnd | undefined;
  #settle = (_outcome: Promise<RunOutcome>) => {};
  /** What became of it. Never rejects. */
  readonly outcome: Promise<RunOutcome>;

  constructor(logger: Logger) {
    this.#logger = logger;
    this.outcome = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** How it ended, or undefined while it lasts. */
  get ended(): RunEnd | undefined {
    return this.#end;
  }

  /** @throws WorkflowEndedError */
  admit(resident: RunResident): () => void {
    if (this.#end) {
      throw new WorkflowEndedError(
        `The run has ended ${this.#end.status}: nothing can start in it`,
      );
    }
    this.#residents.add(resident);
    return () => this.#residents.delete(resident);
  }

  /** It never began; one that came to be all the same, too late, has been ended by `late`. */
  neverBegan(late: Promise<TerminalRunStatus | undefined>): void {
    const outcome = late.then(
      (status) => (status === undefined ? {} : { status }),
      (error: unknown) => ({ error }),
    );
    this.#settle(outcome);
  }

  /** Ends it, once: the first status stands, and every later call gives the same end. */
  end(
    status: TerminalRunStatus,
    reason: unknown,
    record: (status: TerminalRunStatus) => Promise<RunTold>,
  ): RunEnd {
    if (this.#end) return this.#end;
    let begin = (_recorded: Promise<RunTold>) => {};
    const recorded = new Promise<RunTold>((resolve) => {
      begin = resolve;
    });
    // Set before the abort: what listens to the signal may ask how it ended.
    this.#end = { status, recorded };
    trackEnd(recorded);
    this.#settle(outcomeOf(status, recorded));
    this.#controller.abort(reason);
    begin(this.#closeAll(reason).then(() => record(status)));
    return this.#end;
  }

  async #closeAll(reason: unknown): Promise<void> {
    if (this.#residents.size === 0) return;
    const timer = new AbortController();
    const closing = Promise.allSettled(
      [...this.#residents].map(async (resident) => resident.close(reason)),
    ).then(() => timer.abort());
    const bound = pause(CLOSE_TIMEOUT_MS, timer.signal).then(
      () => this.#logger.warn(`Sessions of a run were not closed after ${CLOSE_TIMEOUT_MS} ms`),
      () => undefined, // They were.
    );
    await Promise.race([closing, bound]);
  }
}
