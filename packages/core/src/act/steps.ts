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
import type { Look } from './page-view.js';
import { playedCall } from './played-call.js';
import type { CallOutcome, Program } from './program.js';
import { type Ending, runProgram } from './run-program.js';

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
  const { env, page, signal } = scope;
  if (options.observationDelayMs > 0) await pause(options.observationDelayMs, signal, env.clock);
  const { observation } = await page.lookUnasked(signal);
  let results = firstResults(JSON.stringify(observation));
  let previousStepId: string | undefined;

  for (let step = 1; ; step++) {
    await env.gate.pass(signal);
    const look = page.latest;
    if (!look) throw new ActExecutionError('A step was begun before the page was looked at');
    const startedMs = env.clock.now() - look.durationMs;
    emit({ type: 'step.observed', step, ...look, ...page.takeProblems() });
    const played = await recalled(scope, step, look, emit);
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
      // The service was asked nothing yet: to it the act begins with the page as it then is.
      const { observation } = await page.lookUnasked(signal);
      results = firstResults(JSON.stringify(observation));
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

/** The step as it was done before; undefined where the service is to be asked. */
async function recalled(
  { env, memory, signal }: ActScope,
  step: number,
  look: Look,
  emit: ActEmit,
): Promise<Decision | undefined> {
  if (!memory) return undefined;
  const askedMs = env.clock.now();
  const action = await preempt(memory.next(look, signal), signal);
  if (!action) return undefined;
  const program = [playedCall(action, step)];
  emit({
    type: 'step.decided',
    step,
    played: true,
    calls: program.map((call) => call.view),
    durationMs: env.clock.now() - askedMs,
  });
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
