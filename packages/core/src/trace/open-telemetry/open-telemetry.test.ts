import * as api from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { events } from '../../act/event-topic.js';
import type { NovaActEvent } from '../../act/events.js';
import { type AttemptNotice, attempts } from '../../diagnostics/attempt-notice.js';
import { runs } from '../../diagnostics/run-notice.js';
import { type SampleOptions, sampleEvents } from '../sample-act.case.js';
import { openTelemetry, type RunningTelemetry } from './open-telemetry.js';

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
let measured: InMemoryMetricExporter;
let meters: MeterProvider;
let telemetry: RunningTelemetry;

beforeAll(() => {
  api.trace.setGlobalTracerProvider(provider);
  api.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
});
beforeEach(() => {
  measured = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({
    exporter: measured,
    exportIntervalMillis: 3_600_000,
  });
  meters = new MeterProvider({ readers: [reader] });
  api.metrics.setGlobalMeterProvider(meters);
  telemetry = openTelemetry(api);
});
afterEach(async () => {
  telemetry.stop();
  exporter.reset();
  api.metrics.disable();
  await meters.shutdown();
});
afterAll(async () => {
  api.trace.disable();
  api.context.disable();
  await provider.shutdown();
});

const ids = { workflowDefinitionName: 'flights', workflowRunId: 'run-1' };
const start = Date.UTC(2026, 1, 3, 4, 5, 0);
const runStarts = () =>
  runs.tell(() => ({ type: 'run.started', atMs: start, ...ids, modelId: 'nova-act-latest' }));
const runEnds = (status: 'SUCCEEDED' | 'FAILED' = 'SUCCEEDED') =>
  runs.tell(() => ({ type: 'run.ended', atMs: start + 90_000, ...ids, status }));
const play = (all: readonly NovaActEvent[]) => {
  for (const event of all) events.tell(() => event);
};
const anAttempt = (parts: Partial<AttemptNotice>): AttemptNotice => ({
  operation: 'InvokeActStep',
  method: 'PUT',
  url: 'https://nova-act.us-east-1.amazonaws.com/workflow-definitions/flights/workflow-runs/run-1/sessions/session-1/acts/act-1/invoke-step/',
  attempt: 1,
  startedAtMs: start,
  endedAtMs: start + 500,
  status: 200,
  requestId: 'req-1',
  ...parts,
});

/** A run of one session and one act, with a try of its first step's request. */
function spans(options?: SampleOptions, attempt: Partial<AttemptNotice> = {}) {
  runStarts();
  for (const event of sampleEvents(options)) {
    events.tell(() => event);
    if (event.type === 'step.observed' && event.step === 1) attempts.tell(() => anAttempt(attempt));
  }
  runEnds();
  return exporter.getFinishedSpans();
}
const named = (all: readonly ReadableSpan[], name: string) =>
  all.filter((span) => span.name === name);

async function metrics() {
  await meters.forceFlush();
  const all =
    measured
      .getMetrics()
      .at(-1)
      ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
  return new Map(
    all.map(({ descriptor, dataPoints }) => [
      descriptor.name,
      {
        unit: descriptor.unit,
        points: dataPoints.map(({ attributes, value }) => ({ attributes, value })),
      },
    ]),
  );
}

describe('spans', () => {
  it('are made of the run, the session, the act, each step, its request, its calls and each try', () => {
    const all = spans();
    const parentOf = (span: ReadableSpan) =>
      all.find((other) => other.spanContext().spanId === span.parentSpanContext?.spanId)?.name;
    const tree = (name: string) => named(all, name).map(parentOf);
    expect(tree('invoke_workflow flights')).toEqual([undefined]);
    expect(tree('nova_act.session')).toEqual(['invoke_workflow flights']);
    expect(tree('invoke_agent nova-act')).toEqual(['nova_act.session']);
    expect(tree('nova_act.step')).toEqual(['invoke_agent nova-act', 'invoke_agent nova-act']);
    expect(tree('generate_content nova-act-latest')).toEqual(['nova_act.step', 'nova_act.step']);
    expect(tree('PUT')).toEqual(['generate_content nova-act-latest']);
    expect(tree('execute_tool lookUpCode')).toEqual(['nova_act.step']);
    const tools = all.filter(({ name }) => name.startsWith('execute_tool'));
    // Thoughts and returns are no execution of anything.
    expect(tools).toHaveLength(8);
    expect(new Set(tools.map(parentOf))).toEqual(new Set(['nova_act.step']));
    expect(new Set(all.map((span) => span.spanContext().traceId)).size).toBe(1);
  });

  it('have the names of the conventions for what they are', () => {
    const all = spans({}, { attempt: 2 });
    const attributesOf = (name: string) => named(all, name)[0]?.attributes;
    expect(attributesOf('invoke_workflow flights')).toEqual({
      'gen_ai.operation.name': 'invoke_workflow',
      'gen_ai.workflow.name': 'flights',
      'gen_ai.provider.name': 'aws.nova_act',
      'gen_ai.request.model': 'nova-act-latest',
      'nova_act.run_id': 'run-1',
      'nova_act.status': 'SUCCEEDED',
    });
    expect(attributesOf('invoke_agent nova-act')).toEqual({
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.provider.name': 'aws.nova_act',
      'gen_ai.agent.name': 'nova-act',
      'gen_ai.request.model': 'nova-act-latest',
      'gen_ai.conversation.id': 'session-1',
      'nova_act.run_id': 'run-1',
      'nova_act.act_id': 'act-1',
      'nova_act.status': 'SUCCEEDED',
      'nova_act.steps': 2,
    });
    expect(attributesOf('generate_content nova-act-latest')).toMatchObject({
      'gen_ai.operation.name': 'generate_content',
      'gen_ai.response.id': 'step-1',
      'nova_act.calls': 8,
    });
    expect(attributesOf('execute_tool lookUpCode')).toMatchObject({
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': 'lookUpCode',
      'gen_ai.tool.type': 'function',
      'gen_ai.tool.call.id': 'c5',
      'nova_act.outcome': 'ok',
    });
    const [attempt] = named(all, 'PUT');
    expect(attempt?.kind).toBe(api.SpanKind.CLIENT);
    expect(attempt?.attributes).toMatchObject({
      'http.request.method': 'PUT',
      'http.response.status_code': 200,
      'http.request.resend_count': 1,
      'server.address': 'nova-act.us-east-1.amazonaws.com',
      'server.port': 443,
      'rpc.system': 'aws-api',
      'rpc.service': 'NovaAct',
      'rpc.method': 'InvokeActStep',
      'aws.request_id': 'req-1',
    });
  });

  it('have the times of what they tell of', () => {
    const [act] = named(spans(), 'invoke_agent nova-act');
    const ms = ([seconds, nanos]: [number, number] = [0, 0]) => seconds * 1000 + nanos / 1e6;
    const at = (type: string) => sampleEvents().find((event) => event.type === type)?.atMs;
    expect(ms(act?.startTime)).toBe(at('act.started'));
    expect(ms(act?.endTime)).toBe(at('act.finished'));
  });

  it('hang under what is active where there is no run of this process', () => {
    const parent = api.trace.getTracer('test').startSpan('mine');
    api.context.with(api.trace.setSpan(api.context.active(), parent), () => play(sampleEvents()));
    parent.end();
    const [session] = named(exporter.getFinishedSpans(), 'nova_act.session');
    expect(session?.parentSpanContext?.spanId).toBe(parent.spanContext().spanId);
  });

  it('tell the error of a run, an act, a call and a try, by its code', () => {
    runStarts();
    play(sampleEvents({ status: 'TIMED_OUT' }));
    const late = { status: undefined, requestId: undefined, error: 'ACT_SERVICE_UNAVAILABLE' };
    attempts.tell(() => anAttempt(late));
    attempts.tell(() => anAttempt({ status: 429 }));
    runEnds('FAILED');
    const all = exporter.getFinishedSpans();
    const { ERROR } = api.SpanStatusCode;
    const [act] = named(all, 'invoke_agent nova-act');
    expect(act?.status).toEqual({ code: ERROR, message: 'The browser took too long' });
    expect(act?.attributes).toMatchObject({ 'error.type': 'ACT_TIMEOUT' });
    expect(act?.events[0]?.attributes).toMatchObject({ 'exception.type': 'ActTimeoutError' });
    const failed = all.filter(({ status }) => status.code === ERROR);
    expect(failed.map(({ name, attributes }) => [name, attributes['error.type']])).toEqual([
      ['execute_tool agentClick', 'ActTimeoutError'],
      ['invoke_agent nova-act', 'ACT_TIMEOUT'],
      ['PUT', 'ACT_SERVICE_UNAVAILABLE'],
      ['PUT', '429'],
      ['invoke_workflow flights', 'RUN_FAILED'],
    ]);
  });

  it('of a step that was cut short, in its request or in a call, are ended so that none is lost', () => {
    const all = sampleEvents({ status: 'TIMED_OUT' });
    const cut = (until: string) => {
      exporter.reset();
      const at = all.findIndex(
        (event) => 'step' in event && event.step === 2 && event.type === until,
      );
      play(all.slice(0, at + 1));
      // An abort ends the request first.
      if (until === 'step.observed') attempts.tell(() => anAttempt({ error: 'ACT_TIMEOUT' }));
      play(all.slice(-2));
      return exporter.getFinishedSpans().map(({ name }) => name);
    };
    expect(cut('step.observed').filter((name) => name === 'generate_content')).toHaveLength(2);
    const names = cut('call.started');
    expect(names.filter((name) => name === 'nova_act.step')).toHaveLength(2);
    expect(names.filter((name) => name === 'execute_tool agentClick')).toHaveLength(3);
    expect(names.slice(-2)).toEqual(['invoke_agent nova-act', 'nova_act.session']);
  });

  it('of a step that is played from memory hold no request to the model', async () => {
    play(
      sampleEvents().map((event) =>
        event.type === 'step.decided' && event.step === 1
          ? { ...event, stepId: undefined, played: true as const }
          : event,
      ),
    );
    const all = exporter.getFinishedSpans();
    expect(named(all, 'generate_content')).toHaveLength(1);
    const played = named(all, 'nova_act.step').map((span) => span.attributes['nova_act.played']);
    expect(played).toEqual([true, undefined]);
    const { points = [] } = (await metrics()).get('gen_ai.client.operation.duration') ?? {};
    expect(points.map(({ value }) => (value as { count: number }).count)).toEqual([1]);
  });

  it('hold no prompt, no answer, nothing typed and no secret of a URL', async () => {
    const secret = 'planted-secret';
    const url = `https://u:${secret}@e.com/?sig=${secret}`;
    const texts = { prompt: secret, response: secret, typed: secret, toolAnswer: secret, url };
    const all = spans({ texts: { ...texts, redirect: `AgentRedirectError: ${secret}` } });
    const shown = JSON.stringify([
      all.map(({ attributes, events: noted, name, status }) => [attributes, noted, name, status]),
      [...(await metrics())],
    ]);
    expect(shown).not.toContain(secret);
    expect(shown).toContain('REDACTED');
  });

  it('keep two acts with equal step numbers apart', () => {
    const [one = [], two = []] = ['a', 'b'].map((actId) =>
      sampleEvents({ actId, sessionId: `s-${actId}` }),
    );
    for (const index of one.keys()) {
      for (const event of [one[index], two[index]]) if (event) events.tell(() => event);
    }
    const all = exporter.getFinishedSpans();
    const acts = named(all, 'invoke_agent nova-act').map((span) => span.spanContext().spanId);
    const above = named(all, 'nova_act.step').map((span) => span.parentSpanContext?.spanId);
    expect(acts).toHaveLength(2);
    for (const act of acts) expect(above.filter((id) => id === act)).toHaveLength(2);
  });
});

describe('metrics', () => {
  it('measure, in seconds, runs, sessions, acts, steps, requests, calls and tries', async () => {
    spans();
    const all = await metrics();
    const of = (name: string) => {
      const { unit, points } = all.get(name) ?? { points: [] };
      return [unit, ...points.map(({ value }) => (value as { count: number }).count)];
    };
    expect(of('gen_ai.workflow.duration')).toEqual(['s', 1]);
    expect(of('nova_act.session.duration')).toEqual(['s', 1]);
    expect(of('gen_ai.invoke_agent.duration')).toEqual(['s', 1]);
    expect(of('nova_act.step.duration')).toEqual(['s', 2]);
    expect(of('gen_ai.client.operation.duration')).toEqual(['s', 2]);
    expect(of('nova_act.http.attempt.duration')).toEqual(['s', 1]);
    const [run] = all.get('gen_ai.workflow.duration')?.points ?? [];
    expect(run?.attributes).toEqual({ 'gen_ai.workflow.name': 'flights' });
    expect(run?.value).toMatchObject({ sum: 90 });
    const tools = all.get('gen_ai.execute_tool.duration')?.points ?? [];
    expect(tools.map(({ attributes }) => attributes['gen_ai.tool.name'])).toContain('lookUpCode');
    expect(tools[0]?.value).toMatchObject({
      buckets: { boundaries: expect.arrayContaining([0.01]) },
    });
  });

  it('count runs and acts by what became of them, and durations by the kind of error', async () => {
    spans();
    spans({ actId: 'act-2', status: 'FAILED' });
    const all = await metrics();
    const acts = all.get('nova_act.acts')?.points ?? [];
    expect(acts.map(({ attributes, value }) => [attributes['nova_act.status'], value])).toEqual([
      ['SUCCEEDED', 1],
      ['FAILED', 1],
    ]);
    const durations = all.get('gen_ai.invoke_agent.duration')?.points ?? [];
    expect(durations.map(({ attributes }) => attributes['error.type'])).toEqual([
      undefined,
      'ACT_TIMEOUT',
    ]);
    expect(all.get('nova_act.runs')?.points).toEqual([
      {
        attributes: { 'gen_ai.workflow.name': 'flights', 'nova_act.status': 'SUCCEEDED' },
        value: 2,
      },
    ]);
  });
});

describe('openTelemetry()', () => {
  it('hears nothing more once it is stopped, and takes the place of the one before', () => {
    const again = openTelemetry(api);
    expect(named(spans(), 'nova_act.session')).toHaveLength(1);
    again.stop();
    exporter.reset();
    expect(spans()).toEqual([]);
  });

  it('fails nothing when the API fails, and says so to its own log', () => {
    telemetry.stop();
    const error = vi.spyOn(api.diag, 'error').mockImplementation(() => {});
    const broken = () => {
      throw new Error('no tracer');
    };
    const trace = { setSpan: broken, getTracer: () => ({ startSpan: broken }) };
    const running = openTelemetry({ ...api, trace } as unknown as typeof api);
    expect(() => play(sampleEvents())).not.toThrow();
    expect(error).toHaveBeenCalledWith('@nova-act/core: Error: no tracer');
    running.stop();
    error.mockRestore();
  });
});
