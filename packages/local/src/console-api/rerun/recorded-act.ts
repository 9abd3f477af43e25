import type { ModelObservation, ModelStep } from '../../model/local-model.js';
import type { ActRecord, RunRecord, StepRecord } from '../../state/records.js';

/** What an act has on record, as far as a model may see it. */
export interface Recorded {
  run: RunRecord;
  act: ActRecord;
  /** In order, without those that the client repeated. */
  steps: readonly StepRecord[];
  seenIn(stepId: string): ModelObservation | undefined;
}

/** What a model is shown at one step of it, `at` counted from 0. */
export function modelStep(
  { run, act, steps, seenIn }: Recorded,
  at: number,
  {
    seen,
    memory,
    signal,
  }: {
    seen: ModelObservation | undefined;
    memory: Record<string, unknown>;
    signal: AbortSignal;
  },
): ModelStep {
  const past = steps.slice(0, at);
  const newest = () => {
    for (const { stepId } of [...past].reverse()) {
      const found = seenIn(stepId);
      if (found) return found;
    }
    return undefined;
  };
  return {
    task: act.task,
    prompt: act.prompt,
    ...(act.schema === undefined ? {} : { schema: act.schema }),
    step: at + 1,
    observation: seen ?? newest(),
    callResults: steps[at]?.results ?? [],
    history: past.map(({ calls }, index) => ({
      calls: calls.map(({ name, input }) => ({ name, input })),
      results: steps[index + 1]?.results ?? [],
    })),
    toolSpecs: act.toolSpecs,
    workflowRunId: run.workflowRunId,
    sessionId: act.sessionId,
    actId: act.actId,
    modelId: run.modelId,
    memory,
    signal,
  };
}
