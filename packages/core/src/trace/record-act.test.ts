import { describe, expect, it } from 'vitest';
import type { NovaActEvent } from '../act/events.js';
import type { ActTrace } from './act-trace.js';
import { presenter } from './presentable.js';
import { beginTrace, recordEvent } from './record-act.js';
import { recordSample } from './record-sample.case.js';
import { type SampleOptions, sampleEvents } from './sample-act.case.js';

const record = (options?: SampleOptions): ActTrace => recordSample(options);

describe('recordEvent', () => {
  it('keeps what was asked, where, and what it came to', () => {
    expect(record()).toMatchObject({
      version: 1,
      workflowRunId: 'run-1',
      workflowDefinitionName: 'flights',
      sessionId: 'session-1',
      actId: 'act-1',
      act: 1,
      prompt: 'Find flights from Boston to Wolf on Feb 22nd',
      maxSteps: 30,
      timeoutMs: 60_000,
      status: 'SUCCEEDED',
      numStepsExecuted: 2,
      response: '{"price":1234.5,"carrier":"Arcturus"}',
    });
  });

  it('keeps each step with what was seen, how it came to rest, and the time of each part', () => {
    const [first, second] = record().steps;
    expect(first).toMatchObject({
      step: 1,
      url: 'https://flights.example/search?from=Boston',
      viewport: { width: 1600, height: 813 },
      settled: { reason: 'fetch /api/flights 300 ms, then quiet', durationMs: 110 },
      observeMs: 41,
      stepId: 'step-1',
      decideMs: 1830,
    });
    expect(first?.screenshot).toMatch(/^data:image\//);
    expect(second?.calls.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['agentClick', 'ok'],
      ['return', 'ok'],
    ]);
  });

  it('keeps each call with its input, outcome, result and time', () => {
    const calls = record().steps[0]?.calls ?? [];
    expect(calls[4]).toEqual({
      callId: 'c5',
      name: 'lookUpCode',
      input: { city: 'Boston' },
      outcome: 'ok',
      text: '{"code":"BOS"}',
      durationMs: 212,
    });
    expect(calls[5]).toMatchObject({ outcome: 'redirect', box: { top: 330, left: 120 } });
    expect(calls[5]?.text).toContain('This is a dropdown');
  });

  it('names what each action was done to', () => {
    const calls = record().steps[0]?.calls ?? [];
    expect(calls.slice(1, 5).map(({ target }) => target)).toEqual([
      'input "From"',
      'input "From"',
      'list "Results"',
      undefined,
    ]);
  });

  it('keeps the title of each page', () => {
    expect(record().steps.map(({ title }) => title)).toEqual([
      'Flights – Results',
      'Flights – Results',
    ]);
  });

  it('keeps what the page complained of with the step that was under way', () => {
    const { steps, problemsBefore } = record();
    expect(steps[0]?.problems).toMatchObject([
      { kind: 'error', text: 'Uncaught TypeError: fares is not iterable' },
      { kind: 'request', status: 500, url: 'https://flights.example/search?from=Boston' },
    ]);
    expect(steps[1]?.problems).toBeUndefined();
    expect(problemsBefore).toBeUndefined();
  });

  it('keeps what it complained of before the first step and after the last by themselves', () => {
    const problem = { kind: 'console', text: 'early', atMs: 1 } as const;
    const events = sampleEvents().map((event) => {
      if (event.type === 'step.observed' && event.step === 1)
        return { ...event, problems: [problem] };
      if (event.type === 'act.finished')
        return { ...event, problems: [{ ...problem, text: 'late' }] };
      return event;
    });
    const { steps, problemsBefore } = recordSample({}, events);
    expect(problemsBefore).toMatchObject([{ text: 'early' }]);
    expect(steps[1]?.problems).toMatchObject([{ text: 'late' }]);
  });

  it('keeps how long the act worked, waited for people and for the service', () => {
    const { startedAtMs, endedAtMs = 0, ...trace } = record();
    expect(trace).toMatchObject({ humanWaitMs: 0, serverTimeMs: 3040 });
    expect(trace.timeWorkedMs).toBe(endedAtMs - startedAtMs);
  });

  it('leaves the look that ended a program, and its settling, to the next step', () => {
    const calls = record().steps[0]?.calls ?? [];
    expect(calls.filter((call) => call.shownInNextStep).map(({ name }) => name)).toEqual([
      'waitForPageToSettle',
      'takeObservation',
    ]);
  });

  it('does not keep an observation a second time as the text of its call', () => {
    const look = record().steps[0]?.calls.find(({ name }) => name === 'takeObservation');
    expect(look?.text).toBeUndefined();
    expect(look?.outcome).toBe('ok');
  });

  it('tells a call that failed from those that were never run', () => {
    const trace = record({ status: 'TIMED_OUT' });
    expect(trace.steps[1]?.calls.map(({ outcome }) => outcome)).toEqual(['failed', 'skipped']);
    expect(trace).toMatchObject({
      status: 'TIMED_OUT',
      numStepsExecuted: 1,
      error: { name: 'ActTimeoutError', code: 'ACT_TIMEOUT' },
    });
  });

  it('tells two calls apart that the model gave one id', () => {
    const events = sampleEvents().map((event) =>
      JSON.parse(JSON.stringify(event).replaceAll('"c3"', '"c2"')),
    ) as NovaActEvent[];
    const calls = recordSample({}, events).steps[0]?.calls ?? [];
    expect(calls.slice(1, 3).map(({ name, durationMs }) => [name, durationMs])).toEqual([
      ['agentClick', 58],
      ['agentType', 31],
    ]);
  });

  it('shows a call that had begun when all ended as not finished', () => {
    const events = sampleEvents();
    const begun = events.findIndex(({ type }) => type === 'call.started');
    const cut = [...events.slice(0, begun + 1), ...events.slice(-2)];
    expect(recordSample({}, cut).steps[0]?.calls[0]?.outcome).toBe('running');
  });

  it('redacts URLs and drops escape sequences in every text', () => {
    const secret = 'https://user:hunter2@e.com/?X-Amz-Signature=s3cr3t';
    const text = `\u001b[2J\u001b]0;owned\u0007 see ${secret} .`;
    const trace = record({
      texts: {
        prompt: text,
        url: secret,
        title: text,
        hit: text,
        complaint: text,
        reason: text,
        thought: text,
        typed: text,
        toolInput: { [text]: [text, { deep: text }] },
        toolAnswer: text,
        redirect: `AgentRedirectError: ${text}`,
        response: text,
        startingPage: secret,
      },
    });
    const shown = JSON.stringify(trace);
    expect(shown).not.toMatch(/hunter2|s3cr3t|owned|\[2J/);
    expect(shown).toContain('REDACTED');
  });

  it('cuts a text of megabytes and says so', () => {
    const trace = record({ texts: { toolAnswer: 'x'.repeat(3_000_000) } });
    const text = trace.steps[0]?.calls[4]?.text ?? '';
    expect(text.length).toBeLessThan(101_000);
    expect(text).toContain('2900000 more characters');
  });

  it('hides what the caller hides, in keys too', () => {
    const present = presenter((text) => text.replaceAll('Boston', '***'));
    const events = sampleEvents({ texts: { toolInput: { Boston: 'Boston' } } });
    let trace: ActTrace | undefined;
    for (const event of events) {
      if (event.type === 'act.started') trace = beginTrace(event, { act: 1 }, present);
      else if (trace) recordEvent(trace, event, present);
    }
    expect(JSON.stringify(trace)).not.toContain('Boston');
    expect(trace?.prompt).toBe('Find flights from *** to Wolf on Feb 22nd');
  });
});
