import type { EventListener, NovaActEvent } from '../act/events.js';
import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import { presenter } from './presentable.js';

type AttributeValue = string | number | boolean;
type Attributes = Record<string, AttributeValue>;

/** What is needed of a span of `@opentelemetry/api`. */
export interface OpenTelemetrySpan {
  setAttributes(attributes: Attributes): unknown;
  setStatus(status: { code: number; message?: string | undefined }): unknown;
  recordException(exception: { name: string; message: string }): unknown;
  end(endTime?: number): void;
}

/** What is needed of `@opentelemetry/api`, 1.4 or later. Known by its shape: it is no dependency. */
export interface OpenTelemetryApi<Context, Span extends OpenTelemetrySpan> {
  readonly context: { active(): Context };
  readonly trace: {
    getTracer(name: string): {
      startSpan(
        name: string,
        options: { startTime: number; attributes: Attributes },
        context: Context,
      ): Span;
    };
    setSpan(context: Context, span: Span): Context;
  };
  readonly SpanStatusCode: { readonly OK: number; readonly ERROR: number };
}

export interface OpenTelemetryOptions {
  /** Default `@nova-act/core`. */
  tracerName?: string | undefined;
}

const OPEN_TELEMETRY_OPTIONS: KnownOptions = knownOptions<OpenTelemetryOptions>(
  'openTelemetryListener()',
  { tracerName: true },
);

/**
 * A listener that makes spans: `nova_act.session`, in it `nova_act.act`, `nova_act.step` and
 * `nova_act.call`. Pass `@opentelemetry/api` itself:
 *
 * ```ts
 * import * as api from '@opentelemetry/api';
 * const nova = await NovaAct.start({ onEvent: openTelemetryListener(api) });
 * ```
 *
 * The session's span is a child of whatever is active when the session starts. Prompts and answers
 * are not put into spans.
 */
export function openTelemetryListener<Context, Span extends OpenTelemetrySpan>(
  api: OpenTelemetryApi<Context, Span>,
  options: OpenTelemetryOptions = {},
): EventListener {
  refuseUnknown(options, OPEN_TELEMETRY_OPTIONS);
  const { tracerName = '@nova-act/core' } = options;
  const tracer = api.trace.getTracer(tracerName);
  const present = presenter();
  const open = new Map<string, Span>();

  const begin = (
    key: string,
    parent: string | undefined,
    name: string,
    event: NovaActEvent,
    attributes: Attributes,
  ) => {
    const above = parent === undefined ? undefined : open.get(parent);
    const active = api.context.active();
    const context = above ? api.trace.setSpan(active, above) : active;
    const startTime = event.atMs - (event.type === 'step.observed' ? event.durationMs : 0);
    open.set(key, tracer.startSpan(name, { startTime, attributes }, context));
  };
  const end = (
    key: string,
    event: NovaActEvent,
    attributes: Attributes,
    error?: { name: string; message: string },
  ) => {
    const span = open.get(key);
    if (!span) return;
    open.delete(key);
    span.setAttributes(attributes);
    if (error) {
      const shown = { name: error.name, message: present(error.message) };
      span.recordException(shown);
      span.setStatus({ code: api.SpanStatusCode.ERROR, message: shown.message });
    }
    span.end(event.atMs);
  };

  return (event) => {
    const session = `session ${event.sessionId}`;
    const ids = { 'nova_act.session_id': event.sessionId, 'nova_act.run_id': event.workflowRunId };
    if (event.type === 'session.started')
      return begin(session, undefined, 'nova_act.session', event, ids);
    if (event.type === 'session.stopped') return end(session, event, {});
    if (event.type === 'hook.failed') {
      const { name, message } = event.error;
      open.get(session)?.recordException({ name, message: present(message) });
      return;
    }
    if (event.type === 'download') return;
    const act = `act ${event.actId}`;
    const step = 'step' in event ? `${act} step ${event.step}` : act;
    switch (event.type) {
      case 'act.started':
        return begin(act, session, 'nova_act.act', event, {
          ...ids,
          'nova_act.act_id': event.actId,
        });
      case 'act.finished': {
        // A step that was cut short has had no end of its own.
        for (const key of [...open.keys()].reverse()) {
          if (key.startsWith(`${act} `)) end(key, event, {});
        }
        const steps = { 'nova_act.steps': event.metadata.numStepsExecuted };
        return end(act, event, { ...steps, 'nova_act.status': event.status }, event.error);
      }
      case 'step.observed':
        return begin(step, act, 'nova_act.step', event, {
          'nova_act.step': event.step,
          'url.full': present(event.observation.activeURL),
        });
      case 'step.decided':
        open.get(step)?.setAttributes({
          'nova_act.decide_ms': event.durationMs,
          ...(event.played ? { 'nova_act.played': true } : {}),
        });
        return;
      case 'step.finished':
        return end(step, event, {});
      case 'call.started':
        return begin(`${step} call ${event.call.callId}`, step, 'nova_act.call', event, {
          'nova_act.call': event.call.name,
        });
      case 'call.finished':
        return end(
          `${step} call ${event.call.callId}`,
          event,
          { 'nova_act.outcome': event.outcome },
          event.outcome === 'failed' ? { name: event.call.name, message: event.text } : undefined,
        );
    }
  };
}
