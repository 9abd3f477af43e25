import type { LocalModel, ModelCall, ModelStep } from '../model/local-model.js';
import { parseObservation, wholeText } from '../state/observations.js';
import type { ActRecord, CallRecord, RunRecord, StepRecord } from '../state/records.js';
import { StorageError } from '../state/storage-error.js';
import { ServiceFault } from '../surface/service-fault.js';
import { checkProgram } from './check-program.js';
import type { InputOf } from './inputs.js';
import { findOpenAct, findOpenRun } from './lookup.js';
import type { LiveAct, OperationScope } from './scope.js';
import { placeStep, type StepRequest } from './step-request.js';

/** Asks the model for the next program of an act. */
export async function invokeActStep(
  scope: OperationScope,
  input: InputOf<'InvokeActStep'>,
): Promise<object> {
  const run = findOpenRun(scope, input);
  const act = findOpenAct(scope, input);
  const request = placeStep(act, input);
  const live = liveAct(scope, act);
  if (live.answering && !live.answering.aborted)
    throw ServiceFault.conflict(
      `The act ${act.actId} is at a step already: a client must wait for its answer`,
      'act',
      act.actId,
    );
  live.answering = scope.signal;
  live.before ??= act.status;
  const startedAtMs = scope.now();
  try {
    // For as long as this process is at it: not on record, and over when it comes to nothing.
    act.status = 'RUNNING';
    const program = checkProgram(
      await askModel(scope.model, modelStep(scope, run, act, live, request)),
    );
    // The run or the act may have ended, or the client may have gone, while the model thought.
    findOpenAct(scope, input);
    scope.signal.throwIfAborted();
    const calls = program.map(({ name, input: given }) => ({
      callId: scope.newId(),
      name,
      input: given,
    }));
    const stepId = scope.store.atomically(() =>
      record(scope, act, request, input.previousStepId, calls, startedAtMs),
    );
    return { calls, stepId };
  } finally {
    if (live.answering === scope.signal) {
      live.answering = undefined;
      if (act.status === 'RUNNING' && live.before !== undefined) act.status = live.before;
      live.before = undefined;
    }
  }
}

function record(
  scope: OperationScope,
  act: ActRecord,
  request: StepRequest,
  previousStepId: string | undefined,
  calls: CallRecord[],
  startedAtMs: number,
): string {
  const { step, results, observation, observedAt, repeats } = request;
  const saved: StepRecord = {
    stepId: scope.newId(),
    actId: act.actId,
    step,
    ...(previousStepId === undefined ? {} : { previousStepId }),
    startedAtMs,
    endedAtMs: scope.now(),
    results: results.map((result, at) => (at === observedAt ? { ...result, text: '' } : result)),
    observed: observation !== undefined,
    calls,
    superseded: false,
  };
  if (repeats) scope.store.savedStep(act, repeats, { superseded: true });
  scope.store.addedStep(act, saved, observation);
  const asksHuman = calls.some(({ name }) => /^(tool\.)?human_/.test(name));
  scope.store.savedAct(act, {
    status: asksHuman ? 'PENDING_HUMAN_ACTION' : 'PENDING_CLIENT_ACTION',
  });
  return saved.stepId;
}

async function askModel(model: LocalModel, step: ModelStep): Promise<readonly ModelCall[]> {
  try {
    return await model.step(step);
  } catch (error) {
    if (error instanceof ServiceFault || error instanceof StorageError || step.signal.aborted)
      throw error;
    throw new ServiceFault(
      `The model ${model.name} failed: ${error instanceof Error ? error.message : String(error)}`,
      { kind: 'internal', reason: 'InvalidModelGeneration' },
    );
  }
}

function modelStep(
  scope: OperationScope,
  run: RunRecord,
  act: ActRecord,
  live: LiveAct,
  request: StepRequest,
): ModelStep {
  // Found when they are asked for: an act may have thousands, and the observation is large.
  const earlier = () => act.steps.filter((step) => !step.superseded && step !== request.repeats);
  let history: ModelStep['history'] | undefined;
  let observation: ReturnType<typeof parseObservation>;
  let parsed = false;
  return {
    task: act.task,
    prompt: act.prompt,
    ...(act.schema === undefined ? {} : { schema: act.schema }),
    step: request.step,
    get observation() {
      if (!parsed) {
        parsed = true;
        observation =
          (request.observation === undefined ? undefined : parseObservation(request.observation)) ??
          newestObservation(scope, earlier());
      }
      return observation;
    },
    callResults: asSent(request),
    get history() {
      history ??= pastPrograms(earlier(), request);
      return history;
    },
    toolSpecs: act.toolSpecs,
    workflowRunId: run.workflowRunId,
    sessionId: act.sessionId,
    actId: act.actId,
    modelId: run.modelId,
    memory: live.memory,
    signal: scope.signal,
  };
}

function pastPrograms(earlier: readonly StepRecord[], request: StepRequest): ModelStep['history'] {
  return earlier.map(({ calls }, at) => ({
    calls: calls.map(({ name, input }) => ({ name, input })),
    results: earlier[at + 1]?.results ?? request.results,
  }));
}

/** The results with the text of the observation whole again, for a model that reads it there. */
function asSent({ results, observation, observedAt }: StepRequest): ModelStep['callResults'] {
  if (observation?.picture === undefined) return results;
  return results.map((result, at) =>
    at === observedAt
      ? {
          ...result,
          get text() {
            return wholeText(observation);
          },
        }
      : result,
  );
}

function newestObservation(scope: OperationScope, steps: readonly StepRecord[]) {
  for (const step of [...steps].reverse()) {
    const found = step.observed ? scope.store.observations.get(step.stepId) : undefined;
    if (found) return found;
  }
  return undefined;
}

function liveAct(scope: OperationScope, act: ActRecord): LiveAct {
  const known = scope.live.get(act.actId);
  if (known) return known;
  // Acts that nobody ended are forgotten here: their clients will not come back.
  for (const actId of scope.live.keys())
    if (scope.store.act(actId)?.endedAtMs !== undefined || !scope.store.act(actId))
      scope.live.delete(actId);
  const live: LiveAct = { memory: {}, answering: undefined, before: undefined };
  scope.live.set(act.actId, live);
  return live;
}
