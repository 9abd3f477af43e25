import type { CallView, NovaActEvent } from '../act/events.js';
import type { PageProblem } from '../browser/problems/page-problem.js';
import type { ActTrace, CallTrace, StepTrace } from './act-trace.js';
import { presentableObject, presentableValue, type Redact } from './presentable.js';
import { targetOf } from './target.js';

type EventOf<T extends NovaActEvent['type']> = Extract<NovaActEvent, { type: T }>;

/** Where an act stands in its session. */
export interface ActPlace {
  /** 1 for the first act of the session. */
  act: number;
  startingPage?: string;
}

/** Begins the record of an act. */
export function beginTrace(
  started: EventOf<'act.started'>,
  { act, startingPage }: ActPlace,
  present: Redact,
): ActTrace {
  const { workflowRunId, sessionId, actId, prompt, maxSteps, timeoutMs, atMs } = started;
  return {
    version: 1,
    workflowRunId,
    sessionId,
    actId,
    act,
    ...(startingPage === undefined ? {} : { startingPage: present(startingPage) }),
    prompt: present(prompt),
    maxSteps,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    startedAtMs: atMs,
    status: 'RUNNING',
    numStepsExecuted: 0,
    steps: [],
  };
}

/** Adds what an event of the act tells. Events of other acts must not be given. */
export function recordEvent(trace: ActTrace, event: NovaActEvent, present: Redact): void {
  switch (event.type) {
    case 'step.observed':
      complained(trace, event.problems, present);
      carryOver(trace.steps.at(-1));
      trace.steps.push(observed(event, present));
      return;
    case 'step.decided':
      decided(trace.steps.at(-1), event, present);
      return;
    case 'call.started':
      started(callOf(trace, event.call, present));
      return;
    case 'call.finished':
      finished(callOf(trace, event.call, present), event, present);
      return;
    case 'step.finished':
      trace.numStepsExecuted = event.step;
      return;
    case 'act.finished':
      complained(trace, event.problems, present);
      ended(trace, event, present);
      return;
    default:
      return; // The session's own events are not part of an act.
  }
}

function observed(event: EventOf<'step.observed'>, present: Redact): StepTrace {
  const { observation, settled, title, durationMs, step, atMs } = event;
  const { windowWidth: width, windowHeight: height } = observation.browserDimensions;
  return {
    step,
    observedAtMs: atMs,
    url: present(observation.activeURL),
    ...(title === undefined ? {} : { title: present(title) }),
    viewport: { width, height },
    screenshot: observation.screenshotBase64,
    ...(settled
      ? {
          settled: {
            reason: present(settled.reason),
            durationMs: settled.durationMs,
            ...(settled.notes ? { notes: settled.notes.map(present) } : {}),
          },
        }
      : {}),
    observeMs: durationMs,
    calls: [],
  };
}

function decided(
  step: StepTrace | undefined,
  event: EventOf<'step.decided'>,
  present: Redact,
): void {
  if (!step) return;
  if (event.played) step.played = true;
  else step.stepId = event.stepId;
  step.decideMs = event.durationMs;
  step.calls = event.calls.map((call) => newCall(call, present));
}

function newCall(call: CallView, present: Redact): CallTrace {
  const { callId, name, input, box } = call;
  return {
    callId,
    name: present(name),
    input: presentableObject(input, present),
    ...(box ? { box } : {}),
    outcome: 'skipped',
  };
}

/** The first call with this id that has not ended: a model may give one id to two calls. */
function callOf(trace: ActTrace, view: CallView, present: Redact): CallTrace {
  const calls = trace.steps.at(-1)?.calls ?? [];
  const open = calls.find(
    ({ callId, durationMs }) => callId === view.callId && durationMs === undefined,
  );
  if (open) return open;
  const call = newCall(view, present);
  calls.push(call);
  return call;
}

function started(call: CallTrace): void {
  call.outcome = 'running';
}

function finished(call: CallTrace, event: EventOf<'call.finished'>, present: Redact): void {
  call.outcome = event.outcome;
  // A text that was typed is shown from now on, if its field hides nothing.
  call.input = presentableObject(event.call.input, present);
  call.durationMs = event.durationMs;
  // An observation's text holds the whole screenshot and DOM: the next step shows them.
  const seen = event.outcome === 'ok' && call.name === 'takeObservation';
  if (!seen) call.text = present(event.text);
  if (event.did !== undefined) call.did = presentableValue(event.did, present);
  const aimedAt = event.target === undefined ? undefined : present(event.target);
  const target = targetOf(call.did) ?? aimedAt;
  if (target !== undefined) call.target = target;
}

/** What the page complained of belongs to the step that was under way. */
function complained(
  trace: ActTrace,
  problems: readonly PageProblem[] | undefined,
  present: Redact,
): void {
  if (!problems || problems.length === 0) return;
  const shown = problems.map(({ text, url, ...rest }) => ({
    ...rest,
    text: present(text),
    ...(url === undefined ? {} : { url: present(url) }),
  }));
  const step = trace.steps.at(-1);
  if (step) step.problems = [...(step.problems ?? []), ...shown];
  else trace.problemsBefore = shown;
}

/** The look that ended a program, and the settling before it, are the next step's to show. */
function carryOver(previous: StepTrace | undefined): void {
  if (!previous) return;
  const { calls } = previous;
  const lookAt = lastOk(calls, 'takeObservation');
  const settleAt = lastOk(calls.slice(0, Math.max(0, lookAt)), 'waitForPageToSettle');
  for (const call of [calls[lookAt], calls[settleAt]]) if (call) call.shownInNextStep = true;
}

function lastOk(calls: readonly CallTrace[], name: string): number {
  return calls.findLastIndex((call) => call.name === name && call.outcome === 'ok');
}

function ended(trace: ActTrace, event: EventOf<'act.finished'>, present: Redact): void {
  const { status, metadata, response, error, recording } = event;
  trace.status = status;
  trace.workflowDefinitionName = metadata.workflowDefinitionName;
  trace.numStepsExecuted = metadata.numStepsExecuted;
  trace.startedAtMs = metadata.startTimeMs;
  trace.endedAtMs = metadata.endTimeMs;
  trace.timeWorkedMs = metadata.timeWorkedMs;
  trace.humanWaitMs = metadata.humanWaitMs;
  trace.serverTimeMs = metadata.serverTimeMs;
  if (recording) trace.recording = presentableObject(recording, present);
  if (response !== undefined) trace.response = present(response);
  if (error) {
    trace.error = {
      name: present(error.name),
      ...(error.code === undefined ? {} : { code: error.code }),
      message: present(error.message),
    };
  }
}
