import type { ModelCallResult } from '../model/local-model.js';
import type { SeenObservation } from '../state/observations.js';
import type { ActRecord, StepRecord } from '../state/records.js';
import { ServiceFault } from '../surface/service-fault.js';
import type { StepInput } from './inputs.js';

/** A step request, put in its place among the act's steps. */
export interface StepRequest {
  /** 1 for the first. */
  step: number;
  results: ModelCallResult[];
  /** The newest observation among the results. */
  observation?: SeenObservation;
  /** Where among the results it is. */
  observedAt?: number;
  /** The step whose request this one repeats. */
  repeats?: StepRecord;
}

const openingIds = ['initiateAct', 'takeObservation'];
/** What a client that was not asked to look may add of its own accord. */
const unaskedIds = ['waitForPageToSettle', 'takeObservation'];

/**
 * Finds the place of a request among the steps of `act`, and refuses one that is out of order.
 *
 * A request that is the same as the last one (its `previousStepId` and call ids) is a repeat by a client that has not
 * seen the answer: it is answered anew, as the real service may do, and the unseen answer no longer counts.
 */
export function placeStep(act: ActRecord, input: StepInput): StepRequest {
  const last = act.steps.findLast(answered);
  if (last && last.previousStepId === input.previousStepId && repeatsIds(last, input))
    return { step: last.step, repeats: last, ...readResults(before(act, last), input) };
  if (input.previousStepId !== last?.stepId)
    throw ServiceFault.invalid([
      {
        name: 'previousStepId',
        message: last
          ? `must be the stepId of the last answer, ${last.stepId}, is ${input.previousStepId ?? 'absent'}`
          : `must be absent on the first step, is ${input.previousStepId}`,
      },
    ]);
  return { step: (last?.step ?? 0) + 1, ...readResults(last, input) };
}

const answered = (step: StepRecord) => !step.superseded;

function before(act: ActRecord, last: StepRecord): StepRecord | undefined {
  return act.steps.findLast((step) => answered(step) && step !== last);
}

function repeatsIds(last: StepRecord, input: StepInput): boolean {
  return (
    last.results.length === input.callResults.length &&
    last.results.every(({ callId }, at) => callId === input.callResults[at]?.callId)
  );
}

function readResults(
  previous: StepRecord | undefined,
  { callResults, picture }: StepInput,
): Pick<StepRequest, 'results' | 'observation' | 'observedAt'> {
  const expected = previous ? previous.calls.map(({ callId }) => callId) : openingIds;
  if (!previous && callResults.length !== openingIds.length)
    refuse('callResults', `must be exactly ${openingIds.join(' and ')} on the first step`);
  const results: ModelCallResult[] = [];
  let observed: { observation: SeenObservation; observedAt: number } | undefined;
  for (const [at, { callId, content }] of callResults.entries()) {
    const due = expected[at];
    const unasked = previous !== undefined && unaskedIds.includes(callId ?? '');
    // A client that stopped early and then looked leaves out calls it never executed.
    if (callId !== due && !unasked)
      refuse(
        `callResults.${at}.callId`,
        due === undefined
          ? `answers no call of the last program, is ${callId ?? 'absent'}`
          : `must be ${due}, is ${callId ?? 'absent'}`,
      );
    const id = callId ?? due ?? '';
    const name = previous?.calls.find((call) => call.callId === id)?.name;
    const text = textOf(content);
    if ((name ?? id).replace(/^browser\./, '') === 'takeObservation')
      observed = { observation: seenIn(text, picture), observedAt: at };
    results.push({ callId: id, ...(name === undefined ? {} : { name }), text });
  }
  return { results, ...observed };
}

function seenIn(text: string, picture: StepInput['picture']): SeenObservation {
  return picture && text.includes(picture.placeholder) ? { text, picture } : { text };
}

function textOf(content: StepInput['callResults'][number]['content']): string {
  const [only] = content;
  // An observation is hundreds of kilobytes: joining one part would copy it.
  return content.length === 1 && only ? only.text : content.map(({ text }) => text).join('');
}

function refuse(name: string, message: string): never {
  throw ServiceFault.invalid([{ name, message }]);
}
