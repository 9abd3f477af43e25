import type { NovaActEvent } from '../../act/events.js';
import type { Redact } from '../presentable.js';
import type { OpenTelemetrySpan } from './api.js';
import { actKey, callKey, modelKey, stepKey } from './keys.js';
import type { KnownRuns } from './known-runs.js';
import type { Metrics } from './metrics.js';
import { AGENT, INFERENCE, PROVIDER } from './names.js';
import type { OpenSpans } from './open-spans.js';

/** What happens within an act. */
export type StepEvent = Extract<NovaActEvent, { step: number }>;
type EventOf<T extends NovaActEvent['type']> = Extract<NovaActEvent, { type: T }>;

/** Calls that are answers of the model and nothing that is done. */
const NOT_DONE = new Set(['think', 'return', 'throw', 'throwAgentError']);

/** Tells the steps of acts: the request of each to the model, and its calls. */
export class StepTelemetry<Context, Span extends OpenTelemetrySpan> {
  readonly #spans: OpenSpans<Context, Span>;
  readonly #metrics: Metrics;
  readonly #known: KnownRuns;
  readonly #present: Redact;
  /** Steps of which it is not known yet whether the service is asked, by act. */
  readonly #asking = new Map<string, EventOf<'step.observed'>>();

  constructor(
    spans: OpenSpans<Context, Span>,
    metrics: Metrics,
    known: KnownRuns,
    present: Redact,
  ) {
    this.#spans = spans;
    this.#metrics = metrics;
    this.#known = known;
    this.#present = present;
  }

  event(event: StepEvent): void {
    switch (event.type) {
      case 'step.observed':
        this.#observed(event);
        break;
      case 'step.decided':
        this.#decided(event);
        break;
      case 'call.started':
        this.#callStarted(event);
        break;
      case 'call.finished':
        this.#callFinished(event);
        break;
      case 'step.finished':
        this.#end(event.actId, event.step, event.atMs);
    }
  }

  #observed(event: EventOf<'step.observed'>): void {
    const { actId, step, atMs, durationMs, observation } = event;
    this.#known.steps.set(actId, step);
    const key = stepKey(actId, step);
    this.#spans.begin(key, {
      name: 'nova_act.step',
      within: [actKey(actId)],
      atMs: atMs - durationMs,
      attributes: { 'nova_act.step': step, 'url.full': this.#present(observation.activeURL) },
    });
    this.#asking.set(actId, event);
  }

  /** The service is asked for the step that an act is in: of one that is played from memory it is not. */
  asked(actId: string): void {
    const event = this.#asking.get(actId);
    if (!event) return;
    this.#asking.delete(actId);
    const { step, atMs, sessionId } = event;
    const model = this.#known.modelOf(event);
    const [name = ''] = Object.values(model);
    this.#spans.begin(modelKey(actId, step), {
      name: `${INFERENCE} ${name}`.trim(),
      within: [stepKey(actId, step)],
      atMs,
      isClient: true,
      attributes: {
        'gen_ai.operation.name': INFERENCE,
        'gen_ai.provider.name': PROVIDER,
        'gen_ai.conversation.id': sessionId,
        ...model,
      },
    });
  }

  #decided(event: EventOf<'step.decided'>): void {
    const { actId, step, stepId, atMs, calls, played } = event;
    if (played) {
      this.#asking.delete(actId);
      this.#spans.add(stepKey(actId, step), { 'nova_act.played': true });
      return;
    }
    this.asked(actId);
    const attributes = {
      ...(stepId === undefined ? {} : { 'gen_ai.response.id': stepId }),
      'nova_act.calls': calls.length,
    };
    const ms = this.#spans.end(modelKey(actId, step), { atMs, attributes });
    if (ms !== undefined) this.#inference(event, ms);
  }

  #callStarted({ actId, step, call, atMs }: EventOf<'call.started'>): void {
    if (NOT_DONE.has(call.name)) return;
    const name = this.#present(call.name);
    this.#spans.begin(callKey(actId, step, call.callId), {
      name: `execute_tool ${name}`,
      within: [stepKey(actId, step)],
      atMs,
      attributes: {
        'gen_ai.operation.name': 'execute_tool',
        'gen_ai.tool.name': name,
        'gen_ai.tool.type': 'function',
        'gen_ai.tool.call.id': this.#present(call.callId),
      },
    });
  }

  #callFinished(event: EventOf<'call.finished'>): void {
    const { actId, step, call, atMs, outcome, text } = event;
    const type = outcome === 'failed' ? (/^\w+(?=:)/.exec(text)?.[0] ?? '_OTHER') : undefined;
    const ms = this.#spans.end(callKey(actId, step, call.callId), {
      atMs,
      attributes: { 'nova_act.outcome': outcome },
      // The text itself may be an answer of a tool's.
      error: type === undefined ? undefined : { type, message: type },
    });
    if (ms === undefined) return;
    this.#metrics.tool(ms, {
      'gen_ai.tool.name': this.#present(call.name),
      'gen_ai.tool.type': 'function',
      'gen_ai.agent.name': AGENT,
      ...(type === undefined ? {} : { 'error.type': type }),
    });
  }

  /** The act is over: what was cut short has had no end of its own. */
  cut(event: EventOf<'act.finished'>, error: { type: string; message: string } | undefined): void {
    const { actId, atMs } = event;
    const step = this.#known.steps.get(actId);
    if (step === undefined) return;
    for (const key of this.#spans.keysIn(`${stepKey(actId, step)} `)) {
      const ms = this.#spans.end(key, { atMs, error });
      if (ms !== undefined && key === modelKey(actId, step))
        this.#inference(event, ms, error?.type);
    }
    this.#end(actId, step, atMs);
  }

  #inference(event: NovaActEvent, ms: number, errorType?: string): void {
    this.#metrics.inference(ms, {
      'gen_ai.operation.name': INFERENCE,
      'gen_ai.provider.name': PROVIDER,
      ...this.#known.modelOf(event),
      ...(errorType === undefined ? {} : { 'error.type': errorType }),
    });
  }

  #end(actId: string, step: number, atMs: number): void {
    this.#known.steps.delete(actId);
    this.#asking.delete(actId);
    const ms = this.#spans.end(stepKey(actId, step), { atMs });
    if (ms !== undefined) this.#metrics.step(ms, {});
  }
}
