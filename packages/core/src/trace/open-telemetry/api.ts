export type AttributeValue = string | number | boolean;
export type Attributes = Record<string, AttributeValue>;

/** What is needed of a span of `@opentelemetry/api`. */
export interface OpenTelemetrySpan {
  setAttributes(attributes: Attributes): unknown;
  setStatus(status: { code: number; message?: string | undefined }): unknown;
  recordException(exception: { name: string; message: string }, time?: number): unknown;
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
  readonly context: { active(): Context };
  readonly trace: {
    getTracer(
      name: string,
      version?: string,
    ): {
      startSpan(
        name: string,
        options: { startTime: number; kind: number; attributes: Attributes },
        context: Context,
      ): Span;
    };
    setSpan(context: Context, span: Span): Context;
  };
  readonly metrics: { getMeter(name: string, version?: string): OpenTelemetryMeter };
  readonly diag: { error(message: string): void };
  readonly SpanStatusCode: { readonly ERROR: number };
  readonly SpanKind: { readonly INTERNAL: number; readonly CLIENT: number };
}
