import type { ActCallRecord, ActMetadata, ActStepRecord } from '../errors/act-metadata.js';
import { isHumanCall } from '../human/human-input.js';
import type { CallView, NovaActEvent } from './events.js';

/** Keeps what the events of one act tell of its steps, for its metadata. Pictures are left out. */
export class StepLog {
  readonly #steps: ActStepRecord[] = [];
  #humanWaitMs = 0;

  hear(event: NovaActEvent): void {
    switch (event.type) {
      case 'step.observed':
        this.#steps.push({
          step: event.step,
          url: event.observation.activeURL,
          startTimeMs: event.atMs - event.durationMs,
          calls: [],
        });
        return;
      case 'step.decided':
        Object.assign(this.#latest ?? {}, {
          ...(event.played
            ? { played: true }
            : { stepId: event.stepId, serverTimeMs: event.durationMs }),
          calls: event.calls.map(recordOf),
        });
        return;
      case 'call.finished':
        this.#finished(event);
        return;
      case 'step.finished':
        if (this.#latest) this.#latest.endTimeMs = event.atMs;
        return;
      default:
        return; // The rest is not about steps.
    }
  }

  /** The parts of the metadata that come from the steps. */
  summed(startTimeMs: number, endTimeMs: number) {
    const serverTimeMs = this.#steps.reduce((sum, step) => sum + (step.serverTimeMs ?? 0), 0);
    return {
      steps: structuredClone(this.#steps),
      timeWorkedMs: Math.max(0, endTimeMs - startTimeMs - this.#humanWaitMs),
      humanWaitMs: this.#humanWaitMs,
      serverTimeMs,
    } satisfies Partial<ActMetadata>;
  }

  get #latest(): ActStepRecord | undefined {
    return this.#steps.at(-1);
  }

  #finished(event: Extract<NovaActEvent, { type: 'call.finished' }>): void {
    const { call, outcome, text, did, durationMs } = event;
    if (isHumanCall(call.name)) this.#humanWaitMs += durationMs;
    // The first with this id that has not ended: a model may give one id to two calls.
    const record = this.#latest?.calls.find(
      ({ callId, outcome: ended }) => callId === call.callId && ended === undefined,
    );
    if (!record) return;
    const isLook = outcome === 'ok' && call.name === 'takeObservation';
    Object.assign(record, {
      input: call.input,
      outcome,
      ...(isLook ? {} : { result: text }),
      ...(did === undefined ? {} : { did }),
      durationMs,
    } satisfies Partial<ActCallRecord>);
  }
}

function recordOf({ callId, name, input }: CallView): ActCallRecord {
  return { callId, name, input };
}
