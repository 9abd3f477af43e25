export type AttributeValue = string | number | boolean;
export type Attributes = Record<string, AttributeValue>;

/** What is needed of a span of `@opentelemetry/api`. */
export interface OpenTelemetrySpan {
  /** Puts facts on the span, beside those it began with. */
  setAttributes(attributes: Attributes): unknown;
  /** Says that what it measures failed, and of what. */
  setStatus(status: { code: number; message?: string | undefined }): unknown;
  /** Adds an event for an error. `time`: epoch milliseconds. */
  recordException(exception: { name: string; message: string }, time?: number): unknown;
  /** Ends it. `endTime`: epoch milliseconds; left out, it is now. */
  end(endTime?: number): void;
}

/** What is needed of a meter of `@opentelemetry/api`. */
export interface OpenTelemetryMeter {
  createHistogram(
    name: string,
    options: { description: string; unit: string; advice: { explicitBucketBoundaries: number[] } },
  ): { record(value: number, attributes: Attributes): void };
  createCounter(
    name: string,
    options: { description: string; unit: string },
  ): { add(value: number, attributes: Attributes): void };
}

/** What is needed of `@opentelemetry/api`, 1.4 or later. Known by its shape: nothing here loads it. */
export interface OpenTelemetryApi<Context, Span extends OpenTelemetrySpan> {
  /** What is the current span, across calls and awaits. */
  readonly context: {
    /** The context of the code that asks: spans of a run without a parent begin in it. */
    active(): Context;
  };
  /** Makes spans. */
  readonly trace: {
    /** The tracer of an instrumentation scope. */
    getTracer(
      name: string,
      version?: string,
    ): {
      /** Begins a span in `context`. `startTime`: epoch milliseconds. */
      startSpan(
        name: string,
        options: { startTime: number; kind: number; attributes: Attributes },
        context: Context,
      ): Span;
    };
    /** The context with the span as its current one: what begins in it is its child. */
    setSpan(context: Context, span: Span): Context;
  };
  /** Makes metrics. */
  readonly metrics: {
    /** The meter of an instrumentation scope. */
    getMeter(name: string, version?: string): OpenTelemetryMeter;
  };
  /** Where OpenTelemetry itself says what is wrong. */
  readonly diag: {
    /** Told when a span or a metric could not be made; nothing else fails of it. */
    error(message: string): void;
  };
  /** The codes of `setStatus`. */
  readonly SpanStatusCode: {
    /** For what failed. */
    readonly ERROR: number;
  };
  /** The kinds of spans. */
  readonly SpanKind: {
    /** For what happens in this process. */
    readonly INTERNAL: number;
    /** For requests to another. */
    readonly CLIENT: number;
  };
}
