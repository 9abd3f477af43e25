import type { RestOptions } from '../browser/actuator.js';
import { pause } from '../deadline/pause.js';
import { preempt } from '../deadline/pre-empt.js';
import {
  ActAgentFailedError,
  ActExceededMaxStepsError,
  ActExecutionError,
} from '../errors/index.js';
import type { CallResult } from '../wire/operations.js';
import type { ActStep, PlannedStep } from './act-options.js';
import type { ActScope } from './call-scope.js';
import type { CheckedActOptions } from './check-act-options.js';
import { decodeProgram } from './decode/decode-program.js';
import type { NovaActEvent } from './events.js';
import type { Look, PageView } from './page-view.js';
import { playedCall } from './played-call.js';
import type { CallOutcome, Program } from './program.js';
import { type Ending, runProgram } from './run-program.js';
import type { StepMemory } from './step-memory.js';

type Unstamped<E> = E extends unknown
  ? Omit<E, 'atMs' | 'workflowRunId' | 'sessionId' | 'actId'>
  : never;
export type ActEmit = (event: Unstamped<Extract<NovaActEvent, { actId: string }>>) => void;

export interface StepsProgress {
  /** Programs run to their end. */
  executed: number;
}

/**
 * The loop of an act: look at the page, ask the agent, run its program, until it returns.
 * `progress` is kept up to date for whoever reports how far a failed act came.
 * @throws whatever ends the act early
 */
export async function runSteps(
  scope: ActScope,
  options: CheckedActOptions,
  emit: ActEmit,
  progress: StepsProgress,
): Promise<string | undefined> {
  const { env, page, signal, memory } = scope;
  if (options.observationDelayMs > 0) await pause(options.observationDelayMs, signal, env.clock);
  // The service is asked nothing yet: to it an act begins with the page as it is when it is first asked.
  const lookFirst = async (expected?: RestOptions) => {
    const { observation } = await page.lookUnasked(signal, expected);
    return firstResults(JSON.stringify(observation));
  };
  const expected = () => (env.isWatched === false ? memory?.expects(signal) : undefined);
  let results = await lookFirst(expected());
  let previousStepId: string | undefined;

  for (let step = 1; ; step++) {
    await env.gate.pass(signal);
    let look = latestOf(page);
    const startedMs = env.clock.now() - look.durationMs;
    const { unseen } = look;
    if (!unseen) emit({ type: 'step.observed', step, ...look, ...page.takeProblems() });
    const recall = memory && (await recalled(memory, step, look, scope));
    if (unseen) {
      // The service has to be shown what nobody looked at.
      if (!recall) results = await lookFirst();
      look = latestOf(page);
      const { unseen: _, ...observed } = look;
      emit({ type: 'step.observed', step, ...observed, ...page.takeProblems() });
    }
    const played = recall && shown(recall, step, emit);
    if (!played && progress.executed === options.maxSteps) break;
    const answer = played ?? (await decide(scope, step, results, previousStepId, look, emit));
    previousStepId = answer.stepId;
    const planned: PlannedStep = {
      step,
      ...(played ? { played: true } : { stepId: answer.stepId }),
      calls: answer.program.map((call) => call.view),
    };
    await heard(options.beforeStep, env.secrets.redact(planned), signal);
    const outcome = await runProgram(answer.program, { ...scope, step }, (event) =>
      emit({ ...event, step }),
    );
    if (!played) progress.executed++;
    const durationMs = env.clock.now() - startedMs;
    emit({ type: 'step.finished', step, durationMs });
    const done: ActStep = {
      ...planned,
      calls: answer.program.map((call, index) => outcome.results[index]?.view ?? call.view),
      results: outcome.results.map(({ view: _view, ...result }) => result),
    };
    await heard(options.onStep, env.secrets.redact(done), signal);
    if (outcome.ending) return concluded(outcome.ending);
    if (played) {
      results = await lookFirst(expected());
      continue;
    }
    results = outcome.results.map(asSent);
    if (!page.unsent) results = await withUnaskedLook(results, scope);
  }
  throw new ActExceededMaxStepsError(
    `The agent had not returned after ${options.maxSteps} steps (maxSteps)`,
  );
}

/** The user's own function, awaited; it may have aborted the act. */
async function heard<S>(
  listener: ((step: S) => void | Promise<void>) | undefined,
  step: S,
  signal: AbortSignal,
): Promise<void> {
  if (!listener) return;
  await preempt((async () => listener(step))(), signal);
  signal.throwIfAborted();
}

function asSent({ callId, text }: CallOutcome): CallResult {
  return { callId, content: [{ text }] };
}

/** The wire contract's two results that open an act. */
function firstResults(observation: string): CallResult[] {
  return [
    { callId: 'initiateAct', content: [{ text: '{}' }] },
    { callId: 'takeObservation', content: [{ text: observation }] },
  ];
}

interface Decision {
  program: Program;
  stepId: string | undefined;
}

function latestOf({ latest }: PageView): Look {
  if (latest) return latest;
  throw new ActExecutionError('A step was begun before the page was looked at');
}

/** The step as it was done before; undefined where the service is to be asked. */
async function recalled(
  memory: StepMemory,
  step: number,
  look: Look,
  { env, signal }: ActScope,
): Promise<{ program: Program; durationMs: number } | undefined> {
  const askedMs = env.clock.now();
  const action = await preempt(memory.next(look, signal), signal);
  if (!action) return undefined;
  return { program: [playedCall(action, step)], durationMs: env.clock.now() - askedMs };
}

function shown(
  { program, durationMs }: { program: Program; durationMs: number },
  step: number,
  emit: ActEmit,
): Decision {
  const calls = program.map((call) => call.view);
  emit({ type: 'step.decided', step, played: true, calls, durationMs });
  return { program, stepId: undefined };
}

async function decide(
  { env, actId, signal, page }: ActScope,
  step: number,
  callResults: CallResult[],
  previousStepId: string | undefined,
  look: Look,
  emit: ActEmit,
): Promise<Decision> {
  const askedMs = env.clock.now();
  const input = { ...env.path, actId, callResults, ...(previousStepId ? { previousStepId } : {}) };
  const answer = await preempt(env.service.invokeActStep(input, { signal }), signal);
  page.markSent();
  const { windowWidth: width, windowHeight: height } = look.observation.browserDimensions;
  const program = decodeProgram(answer.calls, {
    viewport: { width, height },
    tools: env.tools,
  });
  emit({
    type: 'step.decided',
    step,
    stepId: answer.stepId,
    calls: program.map((call) => call.view),
    durationMs: env.clock.now() - askedMs,
  });
  return { program, stepId: answer.stepId };
}

/** The agent did not ask to look, and cannot go on without. What came of it is told with its last call. */
async function withUnaskedLook(
  results: readonly CallResult[],
  { page, signal }: ActScope,
): Promise<CallResult[]> {
  const { observation, heard } = await page.lookUnasked(signal);
  const told = results.map((result, index) => {
    if (index < results.length - 1 || heard.length === 0) return result;
    const text = result.content.map((part) => part.text);
    return { ...result, content: [{ text: [...text, ...heard].join('\n') }] };
  });
  return [...told, { callId: 'takeObservation', content: [{ text: JSON.stringify(observation) }] }];
}

function concluded(ending: Ending): string | undefined {
  if (ending.kind === 'return') return ending.response;
  throw new ActAgentFailedError(ending.message || 'The agent gave up without saying why');
}
