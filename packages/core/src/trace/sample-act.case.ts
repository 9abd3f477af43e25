import type { CallView, EventListener, NovaActEvent } from '../act/events.js';
import type { PageProblem } from '../browser/problems/page-problem.js';
import type { JsonObject } from '../wire/json.js';
import type { Observation } from '../wire/observation.js';

/** The smallest JPEG-typed picture a browser draws (a PNG inside is drawn all the same). */
export const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export interface SampleTexts {
  prompt: string;
  url: string;
  title: string;
  reason: string;
  thought: string;
  typed: string;
  toolName: string;
  toolInput: JsonObject;
  toolAnswer: string;
  redirect: string;
  /** What the first click hit. */
  hit: string;
  complaint: string;
  response: string;
  startingPage: string;
}

const PLAIN: SampleTexts = {
  prompt: 'Find flights from Boston to Wolf on Feb 22nd',
  url: 'https://flights.example/search?from=Boston',
  title: 'Flights – Results',
  reason: 'fetch /api/flights 300 ms, then quiet',
  thought: 'The form is empty. I will fill in where from and where to, then search.',
  typed: 'Boston',
  toolName: 'lookUpCode',
  toolInput: { city: 'Boston' },
  toolAnswer: '{"code":"BOS"}',
  redirect: 'AgentRedirectError: This is a dropdown; type one of ["One way","Return"]',
  hit: 'input "From"',
  complaint: 'Uncaught TypeError: fares is not iterable',
  response: '{"price":1234.5,"carrier":"Arcturus"}',
  startingPage: 'https://flights.example/',
};

export interface SampleOptions {
  texts?: Partial<SampleTexts>;
  actId?: string;
  sessionId?: string;
  screenshots?: readonly string[];
  /** How the act ends. Default `SUCCEEDED`. */
  status?: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
}

/** Plays an act of two steps to a listener: every kind of event, and each outcome of a call. */
export function playSample(listener: EventListener, options: SampleOptions = {}): void {
  for (const event of sampleEvents(options)) listener(event);
}

export function sampleEvents(options: SampleOptions = {}): NovaActEvent[] {
  const texts = { ...PLAIN, ...options.texts };
  const { sessionId = 'session-1', actId = 'act-1', status = 'SUCCEEDED' } = options;
  let atMs = Date.UTC(2026, 1, 3, 4, 5, 6);
  const events: NovaActEvent[] = [];
  const emit = (durationMs: number, event: object) => {
    atMs += durationMs;
    events.push({ atMs, workflowRunId: 'run-1', sessionId, ...event } as NovaActEvent);
  };
  const inAct = (durationMs: number, event: object) => emit(durationMs, { actId, ...event });
  const observed = (step: number, durationMs: number) =>
    inAct(durationMs, {
      type: 'step.observed',
      step,
      durationMs,
      observation: observation(texts.url, options.screenshots?.[step - 1] ?? PICTURE),
      settled: { reason: texts.reason, durationMs: step === 1 ? 110 : 428 },
      title: texts.title,
      ...(step === 2 ? { problems: complaints(texts, atMs) } : {}),
    });
  const decided = (step: number, durationMs: number, calls: CallView[]) =>
    inAct(durationMs, { type: 'step.decided', step, stepId: `step-${step}`, calls, durationMs });
  const called = (
    step: number,
    call: CallView,
    durationMs: number,
    text = 'null',
    did?: object,
  ) => {
    inAct(0, { type: 'call.started', step, call });
    const outcome = text.startsWith('AgentRedirect')
      ? 'redirect'
      : text.startsWith('Act')
        ? 'failed'
        : 'ok';
    inAct(durationMs, { type: 'call.finished', step, call, outcome, text, durationMs, did });
  };

  emit(0, { type: 'session.started', startingPage: texts.startingPage });
  const startTimeMs = atMs;
  inAct(0, { type: 'act.started', prompt: texts.prompt, maxSteps: 30, timeoutMs: 60_000 });
  observed(1, 41);
  const first = [
    view('c1', 'think', { thought: texts.thought }),
    view('c2', 'agentClick', { clickType: 'left', blurField: false }, [250, 120, 290, 420]),
    view('c3', 'agentType', { text: texts.typed, pressEnter: true }, [250, 120, 290, 420]),
    view('c4', 'agentScroll', { direction: 'down' }, [100, 1000, 700, 1500]),
    view('c5', texts.toolName, texts.toolInput),
    view('c6', 'agentClick', { clickType: 'left', blurField: false }, [330, 120, 370, 420]),
    view('c7', 'waitForPageToSettle', {}),
    view('c8', 'takeObservation', {}),
  ];
  decided(1, 1830, first);
  const answers = [undefined, undefined, undefined, undefined, texts.toolAnswer, texts.redirect];
  const done = [
    undefined,
    { hit: texts.hit },
    { field: texts.hit, holds: texts.typed },
    { scrolled: 450, of: 'list "Results"', atEnd: false },
  ];
  const durations = [0, 58, 31, 44, 212, 12, 428, 47];
  const seen = JSON.stringify(observation(texts.url, PICTURE));
  for (const [index, call] of first.entries()) {
    const text = call.name === 'takeObservation' ? seen : answers[index];
    called(1, call, durations[index] ?? 0, text, done[index]);
  }
  inAct(0, { type: 'step.finished', step: 1, durationMs: 2600 });
  observed(2, 47);
  const click = view(
    'd1',
    'agentClick',
    { clickType: 'left', blurField: false },
    [500, 700, 540, 900],
  );
  const answer = view('d2', 'return', { response: texts.response });
  decided(2, 1210, [click, answer]);
  const message = 'The browser took too long';
  if (status === 'SUCCEEDED') {
    called(2, click, 63);
    called(2, answer, 0);
    inAct(0, { type: 'step.finished', step: 2, durationMs: 1320 });
  } else {
    called(2, click, 63, `ActTimeoutError: ${message}`);
  }
  inAct(4, {
    type: 'act.finished',
    status,
    metadata: {
      sessionId,
      actId,
      workflowRunId: 'run-1',
      workflowDefinitionName: 'flights',
      prompt: texts.prompt,
      timeWorkedMs: atMs - startTimeMs,
      humanWaitMs: 0,
      serverTimeMs: 3040,
      numStepsExecuted: status === 'SUCCEEDED' ? 2 : 1,
      startTimeMs,
      endTimeMs: atMs,
    },
    ...(status === 'SUCCEEDED'
      ? { response: texts.response }
      : { error: { name: 'ActTimeoutError', code: 'ACT_TIMEOUT', message } }),
  });
  emit(0, { type: 'session.stopped' });
  return events;
}

function complaints({ complaint, url }: SampleTexts, atMs: number): PageProblem[] {
  return [
    { kind: 'error', text: complaint, atMs },
    { kind: 'request', text: '500 Internal Server Error', url, status: 500, atMs },
  ];
}

function view(
  callId: string,
  name: string,
  input: JsonObject,
  sides?: readonly [top: number, left: number, bottom: number, right: number],
): CallView {
  if (!sides) return { callId, name, input };
  const [top, left, bottom, right] = sides;
  const box = { top, left, bottom, right };
  return { callId, name, input: { box, ...input }, box };
}

function observation(activeURL: string, screenshotBase64: string): Observation {
  return {
    activeURL,
    userAgent: 'Chrome',
    timestamp_ms: 0,
    browserDimensions: {
      windowWidth: 1600,
      windowHeight: 813,
      scrollWidth: 1600,
      scrollHeight: 3000,
      scrollLeft: 0,
      scrollTop: 0,
    },
    screenshotBase64,
    simplifiedDOM: '',
    idToBboxMap: {},
  };
}
