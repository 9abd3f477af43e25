import { events } from '../../act/event-topic.js';
import { attempts } from '../../diagnostics/attempt-notice.js';
import { runs } from '../../diagnostics/run-notice.js';
import type { Topic } from '../../diagnostics/topic.js';
import { type KnownOptions, knownOptions } from '../../options/known-options.js';
import { refuseUnknown } from '../../options/refuse-unknown.js';
import { SDK_VERSION } from '../../version.js';
import type { OpenTelemetryApi, OpenTelemetrySpan } from './api.js';
import { Telemetry } from './telemetry.js';

/** How spans and metrics are made. */
export interface OpenTelemetryOptions {
  /** Of the tracer and the meter, their instrumentation scope. Default `@nova-act/core`. */
  scopeName?: string | undefined;
}

const OPEN_TELEMETRY_OPTIONS: KnownOptions = knownOptions<OpenTelemetryOptions>(
  'openTelemetry()',
  { scopeName: true },
  { tracerName: 'Did you mean scopeName?' },
);

/** Ends it. What has begun is not ended by that, and lost. */
export interface RunningTelemetry extends Disposable {
  /** Measures nothing from now on. */
  stop(): void;
}

let current: RunningTelemetry | undefined;

/**
 * Makes spans and metrics of all that happens in this process: runs, in them sessions, acts and steps, in
 * those the request to the model, calls of tools, and each try of a request over HTTP. Pass
 * `@opentelemetry/api` itself, once, before the first run; called again, it takes the place of the one before.
 *
 * ```ts
 * import * as api from '@opentelemetry/api';
 * openTelemetry(api);
 * ```
 *
 * What begins outside of a run has what is then active for its parent. Names are those of OpenTelemetry's
 * conventions for generative AI. Prompts, typed texts and answers are in no span and no metric.
 * @throws ValidationError
 */
export function openTelemetry<Context, Span extends OpenTelemetrySpan>(
  api: OpenTelemetryApi<Context, Span>,
  options: OpenTelemetryOptions = {},
): RunningTelemetry {
  refuseUnknown(options, OPEN_TELEMETRY_OPTIONS);
  const { scopeName: name = '@nova-act/core' } = options;
  const tracer = api.trace.getTracer(name, SDK_VERSION);
  const telemetry = new Telemetry(api, tracer, api.metrics.getMeter(name, SDK_VERSION));
  const hear = <Notice>(topic: Topic<Notice>, take: (notice: Notice) => void) =>
    topic.hear((notice) => {
      try {
        take(notice);
      } catch (error) {
        // What is told of must not be touched by who tells of it.
        api.diag.error(`@nova-act/core: ${String(error)}`);
      }
    });
  current?.stop();
  const undo = [
    hear(runs, (notice) => telemetry.run(notice)),
    hear(attempts, (notice) => telemetry.attempt(notice)),
    hear(events, (event) => telemetry.event(event)),
  ];
  const stop = () => {
    for (const each of undo.splice(0)) each();
  };
  current = { stop, [Symbol.dispose]: stop };
  return current;
}
