export type { ActTrace, CallOutcome, CallTrace, StepTrace, TraceBox } from './act-trace.js';
export { traceToHtml } from './html/page.js';
export { traceToJson } from './json.js';
export { logEvents } from './log-events.js';
export {
  type OpenTelemetryApi,
  type OpenTelemetryOptions,
  type OpenTelemetrySpan,
  openTelemetryListener,
} from './open-telemetry.js';
export { type ProgressOptions, progressReporter } from './progress.js';
export { type TraceWriter, type TraceWriterOptions, traceWriter } from './write-traces.js';
