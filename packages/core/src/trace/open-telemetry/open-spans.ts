import type { Redact } from '../presentable.js';
import type { Attributes, OpenTelemetryApi, OpenTelemetrySpan } from './api.js';

export interface SpanStart {
  readonly name: string;
  /** Of the spans that are open under these keys the first is the parent; else what is active. */
  readonly within: readonly string[];
  readonly atMs: number;
  readonly attributes: Attributes;
  /** It waits for another process. */
  readonly isClient?: boolean | undefined;
}

export interface SpanEnd {
  readonly atMs: number;
  readonly attributes?: Attributes | undefined;
  /** Its `type` is one of few words. */
  readonly error?: { readonly type: string; readonly message: string } | undefined;
}

/** The spans that have begun and not ended, by keys of their owner's. */
export class OpenSpans<Context, Span extends OpenTelemetrySpan> {
  readonly #api: OpenTelemetryApi<Context, Span>;
  readonly #tracer: ReturnType<OpenTelemetryApi<Context, Span>['trace']['getTracer']>;
  readonly #present: Redact;
  readonly #open = new Map<string, { span: Span; atMs: number }>();

  constructor(
    api: OpenTelemetryApi<Context, Span>,
    tracer: ReturnType<OpenTelemetryApi<Context, Span>['trace']['getTracer']>,
    present: Redact,
  ) {
    this.#api = api;
    this.#tracer = tracer;
    this.#present = present;
  }

  begin(key: string, { name, within, atMs, attributes, isClient = false }: SpanStart): void {
    const { context, trace, SpanKind } = this.#api;
    const active = context.active();
    const parent = within.map((each) => this.#open.get(each)).find((each) => each !== undefined);
    const around = parent ? trace.setSpan(active, parent.span) : active;
    const kind = isClient ? SpanKind.CLIENT : SpanKind.INTERNAL;
    const span = this.#tracer.startSpan(name, { startTime: atMs, kind, attributes }, around);
    this.#open.set(key, { span, atMs });
  }

  add(key: string, attributes: Attributes): void {
    this.#open.get(key)?.span.setAttributes(attributes);
  }

  noteError(key: string, { name, message }: { name: string; message: string }, atMs: number): void {
    const shown = { name, message: this.#present(message) };
    this.#open.get(key)?.span.recordException(shown, atMs);
  }

  /** Gives how long it took, in milliseconds; undefined when there is none under the key. */
  end(key: string, { atMs, attributes = {}, error }: SpanEnd): number | undefined {
    const open = this.#open.get(key);
    if (!open) return undefined;
    this.#open.delete(key);
    const { span } = open;
    span.setAttributes(error ? { ...attributes, 'error.type': error.type } : attributes);
    if (error) {
      const message = this.#present(error.message);
      span.setStatus({ code: this.#api.SpanStatusCode.ERROR, message });
    }
    span.end(atMs);
    return atMs - open.atMs;
  }

  /** The keys that begin so, the youngest first: what ends before what it is in. */
  keysIn(prefix: string): string[] {
    return [...this.#open.keys()].filter((key) => key.startsWith(prefix)).reverse();
  }
}
