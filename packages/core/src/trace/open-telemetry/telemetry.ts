import type { NovaActEvent } from '../../act/events.js';
import type { AttemptNotice } from '../../diagnostics/attempt-notice.js';
import type { RunNotice } from '../../diagnostics/run-notice.js';
import { presenter } from '../presentable.js';
import type { Attributes, OpenTelemetryApi, OpenTelemetryMeter, OpenTelemetrySpan } from './api.js';
import { tellAttempt } from './attempt-telemetry.js';
import { actKey, runKey, sessionKey } from './keys.js';
import { KnownRuns } from './known-runs.js';
import { type Metrics, metricsOf } from './metrics.js';
import { AGENT, PROVIDER } from './names.js';
import { OpenSpans } from './open-spans.js';
import { StepTelemetry } from './step-telemetry.js';

/** Makes spans and metrics of what it is told, in the order in which that happens. */
export class Telemetry<Context, Span extends OpenTelemetrySpan> {
  readonly #spans: OpenSpans<Context, Span>;
  readonly #metrics: Metrics;
  readonly #present = presenter();
  readonly #known = new KnownRuns();
  readonly #steps: StepTelemetry<Context, Span>;

  constructor(
    api: OpenTelemetryApi<Context, Span>,
    tracer: ReturnType<OpenTelemetryApi<Context, Span>['trace']['getTracer']>,
    meter: OpenTelemetryMeter,
  ) {
    this.#spans = new OpenSpans(api, tracer, this.#present);
    this.#metrics = metricsOf(meter);
    this.#steps = new StepTelemetry(this.#spans, this.#metrics, this.#known, this.#present);
  }

  run(notice: RunNotice): void {
    const { workflowDefinitionName: name, workflowRunId: id, atMs } = notice;
    const attributes = { 'gen_ai.workflow.name': name };
    if (notice.type === 'run.started') {
      this.#known.models.set(id, notice.modelId);
      this.#spans.begin(runKey(id), {
        name: `invoke_workflow ${name}`,
        within: [],
        atMs,
        attributes: {
          ...attributes,
          'gen_ai.operation.name': 'invoke_workflow',
          'gen_ai.provider.name': PROVIDER,
          'gen_ai.request.model': notice.modelId,
          'nova_act.run_id': id,
        },
      });
      return;
    }
    this.#known.models.delete(id);
    const { status, error: type = 'RUN_FAILED' } = notice;
    const outcome = { 'nova_act.status': status };
    const error = status === 'FAILED' ? { type, message: 'The run failed' } : undefined;
    const ms = this.#spans.end(runKey(id), { atMs, attributes: outcome, error });
    if (ms !== undefined) this.#metrics.run(ms, withError(attributes, error));
    this.#metrics.runEnded({ ...attributes, ...outcome });
  }

  attempt(notice: AttemptNotice): void {
    tellAttempt(
      notice,
      (actId) => this.#steps.asked(actId),
      this.#spans,
      this.#metrics,
      this.#known,
      this.#present,
    );
  }

  event(event: NovaActEvent): void {
    switch (event.type) {
      case 'session.started':
        this.#sessionStarted(event);
        break;
      case 'session.stopped':
        this.#sessionStopped(event);
        break;
      case 'hook.failed':
        this.#spans.noteError(sessionKey(event.sessionId), event.error, event.atMs);
        break;
      case 'act.started':
        this.#actStarted(event);
        break;
      case 'act.finished':
        this.#actFinished(event);
        break;
      case 'download':
        break; // It takes none of the program's time.
      default:
        this.#steps.event(event);
    }
  }

  #sessionStarted(event: NovaActEvent): void {
    this.#spans.begin(sessionKey(event.sessionId), {
      name: 'nova_act.session',
      within: [runKey(event.workflowRunId)],
      atMs: event.atMs,
      attributes: idsOf(event),
    });
  }

  #sessionStopped({ sessionId, atMs }: NovaActEvent): void {
    const ms = this.#spans.end(sessionKey(sessionId), { atMs });
    if (ms !== undefined) this.#metrics.session(ms, {});
  }

  #actStarted(event: Extract<NovaActEvent, { type: 'act.started' }>): void {
    this.#spans.begin(actKey(event.actId), {
      name: `invoke_agent ${AGENT}`,
      within: [sessionKey(event.sessionId), runKey(event.workflowRunId)],
      atMs: event.atMs,
      attributes: {
        'gen_ai.operation.name': 'invoke_agent',
        'gen_ai.provider.name': PROVIDER,
        'gen_ai.agent.name': AGENT,
        ...this.#known.modelOf(event),
        ...idsOf(event),
        'nova_act.act_id': event.actId,
      },
    });
  }

  #actFinished(event: Extract<NovaActEvent, { type: 'act.finished' }>): void {
    const { actId, atMs, status, metadata, error: thrown } = event;
    const error = thrown && { type: thrown.code ?? thrown.name, message: thrown.message };
    this.#steps.cut(event, error);
    if (thrown) this.#spans.noteError(actKey(actId), thrown, atMs);
    const outcome = { 'nova_act.status': status };
    const ms = this.#spans.end(actKey(actId), {
      atMs,
      error,
      attributes: { ...outcome, 'nova_act.steps': metadata.numStepsExecuted },
    });
    const attributes = { 'gen_ai.agent.name': AGENT, ...this.#known.modelOf(event) };
    if (ms !== undefined) this.#metrics.act(ms, withError(attributes, error));
    if (metadata.humanWaitMs > 0) this.#metrics.humanWait(metadata.humanWaitMs, attributes);
    this.#metrics.actEnded({ ...attributes, ...outcome });
  }
}

function idsOf({ sessionId, workflowRunId }: NovaActEvent): Attributes {
  return { 'gen_ai.conversation.id': sessionId, 'nova_act.run_id': workflowRunId };
}

function withError(attributes: Attributes, error: { type: string } | undefined): Attributes {
  return error ? { ...attributes, 'error.type': error.type } : attributes;
}
