import type {
  LocalModel,
  ModelCall,
  ModelObservation,
  ModelStep,
} from '../../model/local-model.js';
import { checkProgram } from '../../operations/check-program.js';
import type { StepRecord } from '../../state/records.js';
import { callTargets } from '../call-targets.js';
import { type CallRow, callRow } from '../views.js';
import type { RerunModel } from './choose-model.js';
import { modelStep, type Recorded } from './recorded-act.js';
import { differenceOf } from './same-calls.js';

/** What the other model answered to one recorded step. */
export interface RerunStep {
  stepId: string;
  step: number;
  /** What is on record. */
  recorded: CallRow[];
  /** What it would have done; absent where it could not be asked, which `problem` tells. */
  given?: CallRow[];
  problem?: string;
  /** Ids of calls, of either side, that the other does not have. */
  differs: string[];
  /** Names of what the calls of both sides point at, by the id of the call. */
  targets: Record<string, string>;
}

/** The longest act that is gone through in one go, in steps shown. */
export const MOST_STEPS = 500;

/**
 * Asks a model what it would have done in the place of the one on record, step by step from `from` on. Each step
 * shows it the page and the results that are on record: nothing is done in a browser, and what it would have done
 * differently changes no page after it. At most {@link MOST_STEPS} steps.
 */
export async function* rerunAct(
  recorded: Recorded,
  from: number,
  { model, fromStart }: RerunModel,
  signal: AbortSignal,
): AsyncGenerator<RerunStep> {
  const memory = {};
  const { steps } = recorded;
  const end = Math.min(steps.length, from + MOST_STEPS);
  for (let at = fromStart ? 0 : from; at < end && !signal.aborted; at += 1) {
    const step = steps[at];
    if (!step) return;
    const seen = recorded.seenIn(step.stepId);
    const asked = await ask(model, modelStep(recorded, at, { seen, memory, signal }), step, seen);
    if (at >= from) yield rerunStep(step, asked, seen);
  }
}

type Asked = { program: readonly ModelCall[] } | { problem: string };

async function ask(
  model: LocalModel,
  asked: ModelStep,
  step: StepRecord,
  seen: ModelObservation | undefined,
): Promise<Asked> {
  if (step.observed && !seen)
    return { problem: 'What the page showed at this step is not kept any more.' };
  try {
    return { program: checkProgram(await model.step(asked)) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function rerunStep(step: StepRecord, asked: Asked, seen: ModelObservation | undefined): RerunStep {
  const { stepId } = step;
  const shown = { stepId, step: step.step, recorded: step.calls.map(callRow) };
  if ('problem' in asked)
    return {
      ...shown,
      problem: asked.problem,
      differs: [],
      targets: callTargets(step.calls, seen),
    };
  const given = asked.program.map((call, at) => ({ ...call, callId: `${stepId}/given-${at}` }));
  const difference = differenceOf(step.calls, asked.program, seen);
  const idsOf = (calls: readonly { callId: string }[], places: readonly number[]) =>
    places.flatMap((at) => calls[at]?.callId ?? []);
  return {
    ...shown,
    given: given.map(callRow),
    differs: [...idsOf(step.calls, difference.recorded), ...idsOf(given, difference.given)],
    targets: callTargets([...step.calls, ...given], seen),
  };
}
