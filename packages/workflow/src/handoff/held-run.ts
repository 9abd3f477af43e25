import {
  type NovaActService,
  type RunPath,
  type RunRecord,
  recordedStatusOf,
  type ServiceOptions,
  type TerminalRunStatus,
} from '@nova-act/core/runtime';
import { keepLive, sharedWithOthers } from '../run/live-runs.js';
import type { RunEnd, RunLife, RunTold } from '../run/run-life.js';
import { Acceptance } from './acceptance.js';
import type { Handoff, HandoffOptions, TransferredHandoff } from './handoff.js';
import { makeHandoff } from './make-handoff.js';
import { wasJoined } from './was-joined.js';

export interface HeldRunParts {
  readonly run: RunPath;
  readonly record: RunRecord;
  readonly service: NovaActService;
  readonly life: RunLife;
  /** Whether its end is this side's to tell. */
  readonly owned: boolean;
}

/** A run as one side has it, and whose its end is: this side's, or handed over, or taken back. */
export class HeldRun {
  readonly #parts: HeldRunParts;
  #owned: boolean;
  /** Of the handoff it was transferred with, until it is known what became of that. */
  #acceptance: Acceptance | undefined;

  constructor(parts: HeldRunParts) {
    this.#parts = parts;
    this.#owned = parts.owned;
    keepLive(parts.run.workflowRunId, parts.life.outcome);
  }

  get path(): RunPath {
    return this.#parts.run;
  }

  /** Its end is nobody's here: it has ended already, or there is no such run. */
  disown(): void {
    this.#owned = false;
  }

  /** Ends it on this side, once; the service is told if that is this side's to do. */
  end(status: TerminalRunStatus, reason: unknown): RunEnd {
    const { life, record } = this.#parts;
    return life.end(status, reason, async (first): Promise<RunTold> => {
      this.#acceptance?.close();
      if (!this.#owned) return { ours: false };
      await record.end(first);
      return { ours: true };
    });
  }

  /** @throws HandoffError when it has ended or is not this side's to transfer; ValidationError. */
  handoff(own: ServiceOptions, options: HandoffOptions): Handoff {
    const { run, service, life } = this.#parts;
    const { surface, endpointUrl = '' } = service;
    const state = { ended: life.ended !== undefined, owner: this.#owned };
    const handoff = makeHandoff({ ...run, surface, endpointUrl }, own, options, state);
    sharedWithOthers(run.workflowRunId);
    const { claim } = handoff;
    if (claim === undefined) return handoff;
    this.#owned = false;
    const acceptance = new Acceptance(claim);
    this.#acceptance = acceptance;
    let taking: Promise<boolean> | undefined;
    const takeBack = () => {
      taking ??= this.#takeBack(claim, acceptance).finally(() => {
        taking = undefined;
      });
      return taking;
    };
    // Not enumerable: JSON, a structured clone and a spread of it are the plain value.
    return Object.defineProperties(handoff, {
      accepted: { value: acceptance.accepted },
      takeBack: { value: takeBack },
    }) as TransferredHandoff;
  }

  async #takeBack(claim: string, acceptance: Acceptance): Promise<boolean> {
    const { run, service, life, record } = this.#parts;
    // The one that counts is the last that was given: of an earlier one it is known what came of it.
    if (this.#acceptance !== acceptance) return this.#owned;
    if (await wasJoined(service, run, claim, acceptance)) return false;
    this.#owned = true;
    this.#acceptance = undefined;
    acceptance.close();
    if (!life.ended) return true;
    // The workflow is over, and nobody has done what was handed over.
    await life.ended.recorded.catch(() => undefined);
    try {
      await record.end('FAILED');
    } catch (error) {
      if (recordedStatusOf(error) === undefined) throw error;
      // It has ended: a joiner was there that is not known of here.
      this.#owned = false;
      return false;
    }
    return true;
  }
}
