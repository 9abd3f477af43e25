import * as api from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type OpenTelemetrySpan, openTelemetryListener } from './open-telemetry.js';
import { playSample, type SampleOptions, sampleEvents } from './sample-act.case.js';

describe('openTelemetryListener with OpenTelemetry’s own SDK', () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  beforeAll(() => {
    api.trace.setGlobalTracerProvider(provider);
    api.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  });
  afterEach(() => exporter.reset());
  afterAll(async () => {
    api.trace.disable();
    api.context.disable();
    await provider.shutdown();
  });

  const spans = (options?: SampleOptions) => {
    playSample(openTelemetryListener(api), options);
    return exporter.getFinishedSpans();
  };
  const named = (all: readonly ReadableSpan[], name: string) =>
    all.filter((span) => span.name === name);

  it('makes a span for the session, each act, each step and each call, each in the one above', () => {
    const all = spans();
    const parentOf = (span: ReadableSpan) =>
      all.find((other) => other.spanContext().spanId === span.parentSpanContext?.spanId)?.name;
    expect(named(all, 'nova_act.session').map(parentOf)).toEqual([undefined]);
    expect(named(all, 'nova_act.act').map(parentOf)).toEqual(['nova_act.session']);
    expect(named(all, 'nova_act.step').map(parentOf)).toEqual(['nova_act.act', 'nova_act.act']);
    const calls = named(all, 'nova_act.call');
    expect(calls).toHaveLength(10);
    expect(new Set(calls.map(parentOf))).toEqual(new Set(['nova_act.step']));
    expect(new Set(all.map((span) => span.spanContext().traceId)).size).toBe(1);
  });

  it('hangs the session under the span that is active when it starts', () => {
    const tracer = api.trace.getTracer('test');
    const parent = tracer.startSpan('mine');
    api.context.with(api.trace.setSpan(api.context.active(), parent), () =>
      playSample(openTelemetryListener(api)),
    );
    parent.end();
    const [session] = named(exporter.getFinishedSpans(), 'nova_act.session');
    expect(session?.parentSpanContext?.spanId).toBe(parent.spanContext().spanId);
  });

  it('gives each span the time of its event', () => {
    const all = spans();
    const [act] = named(all, 'nova_act.act');
    const ms = ([seconds, nanos]: [number, number] = [0, 0]) => seconds * 1000 + nanos / 1e6;
    const events = sampleEvents();
    const at = (type: string) => events.find((event) => event.type === type)?.atMs;
    expect(ms(act?.startTime)).toBe(at('act.started'));
    expect(ms(act?.endTime)).toBe(at('act.finished'));
  });

  it('records the error of an act, and of the call that failed', () => {
    const all = spans({ status: 'TIMED_OUT' });
    const [act] = named(all, 'nova_act.act');
    expect(act?.status).toEqual({
      code: api.SpanStatusCode.ERROR,
      message: 'The browser took too long',
    });
    expect(act?.events[0]?.attributes).toMatchObject({ 'exception.type': 'ActTimeoutError' });
    expect(act?.attributes).toMatchObject({ 'nova_act.status': 'TIMED_OUT', 'nova_act.steps': 1 });
    const failed = named(all, 'nova_act.call').filter(
      ({ status }) => status.code === api.SpanStatusCode.ERROR,
    );
    expect(failed.map(({ attributes }) => attributes['nova_act.call'])).toEqual(['agentClick']);
  });

  it('ends the spans of a step that was cut short, so that none is lost', () => {
    const started = sampleEvents({ status: 'TIMED_OUT' });
    const listener = openTelemetryListener(api);
    for (const event of started) {
      // The last call of the act never ends.
      if (event.type === 'call.finished' && event.call.callId === 'd1') continue;
      listener(event);
    }
    const all = exporter.getFinishedSpans();
    expect(named(all, 'nova_act.step')).toHaveLength(2);
    expect(named(all, 'nova_act.call')).toHaveLength(9);
    expect(named(all, 'nova_act.act')).toHaveLength(1);
  });

  it('puts no prompt, no answer and no secret of a URL into a span', () => {
    const secret = 'planted-secret';
    const url = `https://u:${secret}@e.com/?sig=${secret}`;
    const all = spans({ texts: { prompt: secret, response: secret, typed: secret, url } });
    const shown = JSON.stringify(
      all.map(({ attributes, events, name }) => [attributes, events, name]),
    );
    expect(shown).not.toContain(secret);
    expect(shown).toContain('REDACTED');
  });
});

describe('openTelemetryListener with a look-alike of the API', () => {
  it('needs no more of it than its type says, and keeps two acts with equal step numbers apart', () => {
    const ended: string[] = [];
    const listener = openTelemetryListener({
      context: { active: () => 'root' },
      SpanStatusCode: { OK: 1, ERROR: 2 },
      trace: {
        setSpan: (_context: string, span: OpenTelemetrySpan & { path: string }) => span.path,
        getTracer: () => ({
          startSpan: (name, { attributes }, context) => {
            const id = attributes['nova_act.act_id'] ?? attributes['nova_act.step'] ?? '';
            const path = `${context}/${name.replace('nova_act.', '')}${id}`;
            return {
              path,
              setAttributes() {},
              setStatus() {},
              recordException() {},
              end: () => void ended.push(path),
            };
          },
        }),
      },
    });
    const [one, two] = ['a', 'b'].map((actId) => sampleEvents({ actId, sessionId: `s-${actId}` }));
    for (const index of (one ?? []).keys()) {
      for (const event of [one?.[index], two?.[index]]) if (event) listener(event);
    }
    expect(ended.filter((path) => path.endsWith('step1'))).toEqual([
      'root/session/acta/step1',
      'root/session/actb/step1',
    ]);
  });
});
