import { type Logger, NotStartedError, WorkflowEndedError } from '@nova-act/core';
import {
  type NovaActService,
  onAbort,
  openRun,
  type RunPath,
  type RunResident,
  suppress,
  type TerminalRunStatus,
} from '@nova-act/core/runtime';
import type { Handoff, HandoffOptions, TransferredHandoff } from './handoff/handoff.js';
import { HeldRun } from './handoff/held-run.js';
import type { RunningWorkflow } from './handoff/running-workflow.js';
import { planRun, type RunPlan } from './plan-run.js';
import { canceledBy, execute, type RunControl } from './run/execute.js';
import { trackEnd } from './run/pending-ends.js';
import { type RunEnd, RunLife } from './run/run-life.js';
import { type RunOutcome, unrecorded } from './run/run-outcome.js';
import type { WorkflowOptions, WorkflowSeams } from './workflow-options.js';

/**
 * A run on record. `Workflow.run` and `withWorkflow` end it by themselves; one that was started with
 * `Workflow.start` is told how it ended:
 *
 * ```ts
 * await using workflow = await Workflow.start(options);
 * await NovaAct.use({ workflow }, (nova) => nova.act('Open the pricing page'));
 * await workflow.succeed();
 * ```
 *
 * Disposed without `succeed()` the run is `FAILED`: a disposer cannot see whether it is left by an
 * exception, so it does not guess success. However it ends, its sessions are closed first, and the
 * service is told one terminal status, once.
 */
export class Workflow implements RunningWorkflow, AsyncDisposable {
  readonly #options: WorkflowOptions & WorkflowSeams;
  readonly #plan: RunPlan;
  readonly #life: RunLife;
  readonly #canceled = new AbortController();
  #held: HeldRun | undefined;
  #started = false;
  #unlisten = () => {};

  /** Sends nothing; call `start()`. @throws AuthError, ValidationError */
  constructor(options: WorkflowOptions = {}) {
    this.#options = options;
    this.#plan = planRun(options);
    this.#life = new RunLife(this.#plan.logger);
  }

  /**
   * Runs `body` as one run and gives what it resolves to. The run is `SUCCEEDED` only after that.
   *
   * @throws what the body throws, as it is; WorkflowCanceledError when `signal` is aborted;
   *   WorkflowRunUpdateError, with the body's result, when the success could not be put on record;
   *   what the creation of the run throws: AuthError, ValidationError, ActServiceError.
   */
  static async run<T>(
    options: WorkflowOptions,
    body: (workflow: Workflow) => T,
  ): Promise<Awaited<T>> {
    const workflow = new Workflow(options);
    await workflow.start();
    return execute(workflow, workflow.#control(), () => body(workflow));
  }

  /** Constructs and starts. @throws what the constructor and `start()` throw. */
  static async start(options: WorkflowOptions = {}): Promise<Workflow> {
    return new Workflow(options).start();
  }

  /**
   * Creates the run. A run whose creation is answered only after an abort is ended `FAILED`.
   * @throws WorkflowCanceledError, AuthError, ActServiceError; NotStartedError when called twice.
   */
  async start(): Promise<this> {
    if (this.#started) throw new NotStartedError('A Workflow starts once.');
    this.#started = true;
    const { service, workflowDefinitionName, modelId, logGroupName, signal } = this.#plan;
    const input = {
      workflowDefinitionName,
      modelId,
      ...(logGroupName === undefined ? {} : { logGroupName }),
    };
    let late = Promise.resolve<TerminalRunStatus | undefined>(undefined);
    const onLate = (ended: typeof late) => {
      late = ended;
      trackEnd(ended);
    };
    try {
      const record = await openRun(service, input, { signal, onLate });
      const run = { workflowDefinitionName, workflowRunId: record.workflowRunId };
      this.#held = new HeldRun({ run, record, service, life: this.#life, owned: true });
    } catch (error) {
      this.#life.neverBegan(late);
      throw signal?.aborted ? canceledBy(signal) : error;
    }
    this.#listen();
    return this;
  }

  /** The workflow definition of the run: 1–40 letters, digits, `_` or `-`; `default` with an API key. */
  get workflowDefinitionName(): string {
    return this.#plan.workflowDefinitionName;
  }

  /** @throws NotStartedError before `start()` has resolved. */
  get workflowRunId(): string {
    return this.#demandHeld().path.workflowRunId;
  }

  get workflowRun(): RunPath | undefined {
    return this.#held?.path;
  }

  /** The service, as this workflow reaches it. */
  get service(): NovaActService {
    return this.#plan.service;
  }

  /** Aborted when the run is, or has ended: nothing goes on in a run that is over. */
  get signal(): AbortSignal {
    return this.#life.signal;
  }

  get ended(): Promise<RunOutcome> {
    return this.#life.outcome;
  }

  /** Where the run and its sessions report: the `logger` option, else that of the configuration. Never throws. */
  get logger(): Logger {
    return this.#plan.logger;
  }

  /** For `NovaAct`: what must be closed before the run ends. @throws WorkflowEndedError */
  admit(resident: RunResident): () => void {
    return this.#life.admit(resident);
  }

  /**
   * Ends the run `SUCCEEDED`. Called again it does nothing more.
   * @throws WorkflowRunUpdateError when it could not be put on record; WorkflowCanceledError after an
   *   abort and WorkflowEndedError after `fail()`, for then the run is `FAILED`.
   */
  async succeed(): Promise<void> {
    const { workflowRunId } = this;
    const end = this.#end('SUCCEEDED', new WorkflowEndedError('The run has ended SUCCEEDED'));
    if (end.status !== 'SUCCEEDED') throw this.signal.reason;
    try {
      await end.recorded;
    } catch (cause) {
      throw unrecorded('Run', { workflowRunId, status: 'SUCCEEDED', cause });
    }
  }

  /**
   * Ends the run `FAILED`, unless it has ended already. When that cannot be put on record, the failure
   * is attached to `error` (as `suppressed`); without one to attach it to, it is thrown.
   * @throws WorkflowRunUpdateError
   */
  async fail(error?: unknown): Promise<void> {
    const { workflowRunId } = this;
    const over = new WorkflowEndedError('The run has ended FAILED', { cause: error });
    const end = this.#end('FAILED', over);
    if (end.status !== 'FAILED') return;
    try {
      await end.recorded;
    } catch (cause) {
      if (!(error instanceof Error))
        throw unrecorded('Run', { workflowRunId, status: 'FAILED', cause });
      suppress(error, cause);
    }
  }

  /** Ends the run `FAILED` unless it has ended already. Never throws: it would hide what went wrong before. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#held) return;
    const { status, recorded } = this.#end(
      'FAILED',
      new WorkflowEndedError('The workflow was disposed before succeed() was called'),
    );
    try {
      await recorded;
    } catch (error) {
      this.logger.error(`A run could not be put on record as ${status}`, {
        workflowRunId: this.workflowRunId,
        error: String(error),
      });
    }
  }

  /**
   * A plain value with which `joinWorkflow` acts in this run elsewhere, and ends it: this workflow then tells the
   * service nothing, unless it takes the run back.
   * @throws HandoffError, NotStartedError, ValidationError
   */
  handoff(options: HandoffOptions & { ownership: 'transfer' }): TransferredHandoff;
  /**
   * A plain value with which `joinWorkflow` acts in this run elsewhere, in a worker thread, a child process or on
   * another machine. The run stays this workflow's to end.
   * @throws HandoffError, NotStartedError, ValidationError
   */
  handoff(options?: HandoffOptions): Handoff;
  handoff(options: HandoffOptions = {}): Handoff {
    return this.#demandHeld().handoff(this.#options, options);
  }

  #demandHeld(): HeldRun {
    if (this.#held) return this.#held;
    throw new NotStartedError('The workflow has no run before start() has resolved.');
  }

  #listen(): void {
    const { signal } = this.#plan;
    if (!signal) return;
    this.#unlisten = onAbort(signal, () => {
      const error = canceledBy(signal);
      this.#end('FAILED', error);
      this.#canceled.abort(error);
    });
  }

  #control(): RunControl {
    return {
      source: this.#plan.signal,
      canceled: this.#canceled.signal,
      end: (status, reason) => this.#end(status, reason),
    };
  }

  #end(status: TerminalRunStatus, reason: unknown): RunEnd {
    this.#unlisten();
    return this.#demandHeld().end(status, reason);
  }
}
