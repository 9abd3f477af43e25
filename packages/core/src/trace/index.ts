export type {
  ActTrace,
  ActTraceStatus,
  CallOutcome,
  CallTrace,
  StepTrace,
  TraceBox,
} from './act-trace.js';
export { traceToHtml } from './html/page.js';
export { traceToJson } from './json.js';
export { logEvents } from './log-events.js';
export type {
  OpenTelemetryApi,
  OpenTelemetryMeter,
  OpenTelemetrySpan,
} from './open-telemetry/api.js';
export {
  type OpenTelemetryOptions,
  openTelemetry,
  type RunningTelemetry,
} from './open-telemetry/open-telemetry.js';
export { type ProgressOptions, progressReporter } from './progress.js';
export type { SessionActTrace, SessionTotals, SessionTrace } from './session-trace.js';
export { type TraceWriter, type TraceWriterOptions, traceWriter } from './write-traces.js';
