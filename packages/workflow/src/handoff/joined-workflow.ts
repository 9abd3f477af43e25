import { HandoffError, type Logger } from '@nova-act/core';
import {
  type NovaActService,
  onAbort,
  type RunPath,
  type RunResident,
  recordOf,
} from '@nova-act/core/runtime';
import { canceledBy, type RunControl } from '../run/execute.js';
import { sharedWithOthers } from '../run/live-runs.js';
import { RunLife } from '../run/run-life.js';
import type { RunOutcome } from '../run/run-outcome.js';
import { announceJoin } from './acceptance.js';
import type { Handoff, HandoffOptions, TransferredHandoff } from './handoff.js';
import { HeldRun } from './held-run.js';
import type { JoinPlan } from './join-plan.js';
import type { RunningWorkflow } from './running-workflow.js';
import { verifyRun } from './verify-run.js';

/** A run as its joiner has it. It ends the run only if its ownership was transferred. */
export class JoinedWorkflow implements RunningWorkflow {
  /** The workflow definition of the run: 1–40 letters, digits, `_` or `-`; `default` with an API key. */
  readonly workflowDefinitionName: string;
  /** The id that the service gave the run when it was created, a UUID. */
  readonly workflowRunId: string;
  readonly logger: Logger;
  readonly #life: RunLife;
  readonly #plan: JoinPlan;
  readonly #handoff: Handoff;
  readonly #held: HeldRun;
  #service: NovaActService;

  /** Nothing is sent yet: see `verify`. */
  constructor(handoff: Handoff, plan: JoinPlan) {
    const { workflowDefinitionName, workflowRunId, ownership } = handoff;
    const { service, logger } = plan;
    this.workflowDefinitionName = workflowDefinitionName;
    this.workflowRunId = workflowRunId;
    this.logger = logger;
    this.#life = new RunLife(logger);
    this.#plan = plan;
    this.#handoff = handoff;
    this.#service = service;
    const record = recordOf(service, handoff, workflowRunId);
    const owned = ownership === 'transfer';
    this.#held = new HeldRun({ run: this.workflowRun, record, service, life: this.#life, owned });
    sharedWithOthers(workflowRunId);
  }

  get service(): NovaActService {
    return this.#service;
  }

  get workflowRun(): RunPath {
    const { workflowDefinitionName, workflowRunId } = this;
    return { workflowDefinitionName, workflowRunId };
  }

  /** Aborted when the joiner is done, or canceled. */
  get signal(): AbortSignal {
    return this.#life.signal;
  }

  get ended(): Promise<RunOutcome> {
    return this.#life.outcome;
  }

  admit(resident: RunResident): () => void {
    return this.#life.admit(resident);
  }

  handoff(options: HandoffOptions & { ownership: 'transfer' }): TransferredHandoff;
  handoff(options?: HandoffOptions): Handoff;
  handoff(options: HandoffOptions = {}): Handoff {
    return this.#held.handoff(this.#plan.options, options);
  }

  /**
   * For `joinWorkflow`: makes sure that the run goes on, and is joined from now on. What fails here ends
   * a transferred run as what fails in the function does: nobody else would.
   */
  async verify(signal: AbortSignal | undefined): Promise<void> {
    const { claim } = this.#handoff;
    try {
      this.#service = await verifyRun(this.#plan.service, { ...this.workflowRun, claim }, signal);
    } catch (error) {
      // Ended already, or not to be found: there is nothing to end.
      if (error instanceof HandoffError) this.#held.disown();
      throw error;
    }
    if (claim !== undefined) announceJoin(claim);
  }

  /** For `joinWorkflow`. */
  control(source: AbortSignal | undefined): RunControl & { stop(): void } {
    const canceled = new AbortController();
    const end: RunControl['end'] = (status, reason) => this.#held.end(status, reason);
    const stop = onAbort(source, () => {
      const error = canceledBy(source);
      end('FAILED', error);
      canceled.abort(error);
    });
    return { source, canceled: canceled.signal, end, stop };
  }
}
