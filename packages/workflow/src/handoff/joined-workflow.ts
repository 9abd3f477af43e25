import type { Logger } from '@nova-act/core';
import {
  type NovaActService,
  onAbort,
  type RunPath,
  type RunRecord,
  type RunResident,
  recordOf,
} from '@nova-act/core/runtime';
import { canceledBy, type RunControl } from '../run/execute.js';
import { RunLife } from '../run/run-life.js';
import type { RunningWorkflow } from '../running-workflow.js';
import type { Handoff, HandoffOptions } from './handoff.js';
import type { JoinPlan } from './join-plan.js';
import { makeHandoff } from './make-handoff.js';

/** A run as its joiner has it. It ends the run only if its ownership was transferred. */
export class JoinedWorkflow implements RunningWorkflow {
  readonly workflowDefinitionName: string;
  readonly workflowRunId: string;
  readonly service: NovaActService;
  readonly logger: Logger;
  readonly #life: RunLife;
  readonly #plan: JoinPlan;
  readonly #record: RunRecord;
  #owner: boolean;

  constructor(handoff: Handoff, plan: JoinPlan, service: NovaActService) {
    this.workflowDefinitionName = handoff.workflowDefinitionName;
    this.workflowRunId = handoff.workflowRunId;
    this.service = service;
    this.logger = plan.logger;
    this.#life = new RunLife(plan.logger);
    this.#plan = plan;
    this.#record = recordOf(service, handoff, handoff.workflowRunId);
    this.#owner = handoff.ownership === 'transfer';
  }

  get workflowRun(): RunPath {
    const { workflowDefinitionName, workflowRunId } = this;
    return { workflowDefinitionName, workflowRunId };
  }

  /** Aborted when the joiner is done, or canceled. */
  get signal(): AbortSignal {
    return this.#life.signal;
  }

  admit(resident: RunResident): () => void {
    return this.#life.admit(resident);
  }

  handoff(options: HandoffOptions = {}): Handoff {
    const { surface, endpointUrl = '' } = this.#plan.service;
    const run = { ...this.workflowRun, surface, endpointUrl };
    const state = { ended: this.#life.ended !== undefined, owner: this.#owner };
    const handoff = makeHandoff(run, this.#plan.options, options, state);
    if (handoff.ownership === 'transfer') this.#owner = false;
    return handoff;
  }

  /** For `joinWorkflow`. */
  control(source: AbortSignal | undefined): RunControl & { stop(): void } {
    const canceled = new AbortController();
    const end: RunControl['end'] = (status, reason) =>
      this.#life.end(status, reason, async (first) => {
        if (this.#owner) await this.#record.end(first);
      });
    const stop = onAbort(source, () => {
      const error = canceledBy(source);
      end('FAILED', error);
      canceled.abort(error);
    });
    return { source, canceled: canceled.signal, end, stop };
  }
}
