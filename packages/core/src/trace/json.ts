import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import type { ActTrace } from './act-trace.js';
import { isInline } from './pictures/picture.js';

export interface TraceJsonOptions {
  /** `inline` keeps the pictures as `data:` URLs; `leave-out` makes a small file. */
  screenshots: 'inline' | 'leave-out';
}

const TRACE_JSON_OPTIONS: KnownOptions = knownOptions<TraceJsonOptions>('traceToJson()', {
  screenshots: true,
});

/** The act as JSON, for tools. */
export function traceToJson(trace: ActTrace, options: TraceJsonOptions): string {
  refuseUnknown(options, TRACE_JSON_OPTIONS);
  const { screenshots } = options;
  const shown = screenshots === 'inline' ? trace : withoutScreenshots(trace);
  return `${JSON.stringify(shown, null, 2)}\n`;
}

/** Without the pictures that carry their own bytes; files are still named. */
export function withoutScreenshots(trace: ActTrace): ActTrace {
  const steps = trace.steps.map(({ screenshot, ...step }) =>
    screenshot === undefined || isInline(screenshot) ? step : { ...step, screenshot },
  );
  return { ...trace, steps };
}
