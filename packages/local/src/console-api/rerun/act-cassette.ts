import { addStep, beginRecording, recordingText } from '../../cassette/record/act-recording.js';
import { modelStep, type Recorded } from './recorded-act.js';
import { RerunError } from './rerun-error.js';

/**
 * A recorded act as a cassette keeps it, without `secrets`, up to the step at `end`, counted from 0, which is not in it.
 *
 * Throws a RerunError where what a page showed is not kept any more: what a call points at can't be told then.
 */
export function actCassette(recorded: Recorded, end: number, secrets: readonly string[]): string {
  const { run, act, steps } = recorded;
  const recording = beginRecording(
    { task: act.task, modelId: run.modelId },
    { model: run.modelId, recordedAtMs: act.startedAtMs, secrets },
  );
  const { signal } = new AbortController();
  for (const [at, { stepId, observed, calls, startedAtMs, endedAtMs }] of steps.entries()) {
    if (at >= end) break;
    const seen = recorded.seenIn(stepId);
    if (observed && !seen)
      throw new RerunError(
        `What the page showed at step ${at + 1} of “${act.prompt}” is not kept any more. Keep a cassette while the program runs: nova-act-local --record DIR, then --replay DIR --go-on STEP.`,
      );
    const step = modelStep(recorded, at, { seen, memory: {}, signal });
    const given = calls.map(({ name, input }) => ({ name, input }));
    addStep(recording, step, given, { durationMs: endedAtMs - startedAtMs });
  }
  return recordingText(recording);
}
