import type { Clock } from '../deadline/clock.js';
import { NovaActError, StopFailedError, type StopFailure, type StopStep } from '../errors/index.js';
import { thrownText } from '../errors/thrown-text.js';
import { bounded } from './bounded.js';
import { CLOSING_STEPS } from './closing-steps.js';

/**
 * One end of something: its steps, each bounded, and what of them failed. A step that fails or hangs
 * keeps no other from its turn.
 */
export class Closing {
  readonly #clock: Clock;
  readonly #hurry: AbortSignal | undefined;
  readonly #failures: StopFailure[] = [];
  readonly #errors: unknown[] = [];

  /** @param hurry is aborted when the rest is to be done at once. */
  constructor(clock: Clock, hurry?: AbortSignal) {
    this.#clock = clock;
    this.#hurry = hurry;
  }

  get hasFailed(): boolean {
    return this.#failures.length > 0;
  }

  /**
   * Does a step, within its bound (or `boundMs`, for one that has bounds of its own). Its signal is
   * aborted when its time is up. Never rejects.
   */
  async step(
    step: StopStep,
    work: (signal: AbortSignal) => unknown,
    boundMs = CLOSING_STEPS[step].boundMs,
  ): Promise<void> {
    const { hurriedMs } = CLOSING_STEPS[step];
    const bound = { boundMs, clock: this.#clock, hurry: this.#hurry, hurriedMs };
    const outcome = await bounded(work, bound);
    if (outcome.how === 'failed') this.failed(step, outcome.error);
    if (outcome.how !== 'abandoned') return;
    const { afterMs, error } = outcome;
    const after = `${CLOSING_STEPS[step].undone} after ${afterMs} ms`;
    const message = error === undefined ? after : `${after}: ${textOf(error)}`;
    this.#note({ step, outcome: 'abandoned', message }, error ?? new NovaActError(message));
  }

  /** Notes a failure. One that names several, of a part that closes by itself, is taken apart. */
  failed(step: StopStep, error: unknown): void {
    if (error instanceof StopFailedError && error.failures.length > 0) {
      const errors = [error.cause, ...(error.suppressed ?? [])];
      error.failures.forEach((failure, at) => {
        this.#note(failure, errors[at]);
      });
      return;
    }
    const message = `${CLOSING_STEPS[step].undone}: ${textOf(error)}`;
    this.#note({ step, outcome: 'failed', message }, error);
  }

  /** @throws StopFailedError that names all that failed */
  throwIfFailed(): void {
    const [cause, ...others] = this.#errors;
    if (!this.hasFailed) return;
    const failures = [...this.#failures];
    const message = failures.map((failure) => failure.message).join('; ');
    const error = new StopFailedError(message, { cause, failures });
    if (others.length > 0) error.suppressed = others;
    throw error;
  }

  #note(failure: StopFailure, error: unknown): void {
    this.#failures.push(failure);
    this.#errors.push(error);
  }
}

function textOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : thrownText(thrown);
}
