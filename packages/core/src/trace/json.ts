import type { ActTrace } from './act-trace.js';

export interface TraceJsonOptions {
  /** `inline` keeps the pictures as `data:` URLs; `leave-out` makes a small file. */
  screenshots: 'inline' | 'leave-out';
}

/** The act as JSON, for tools. */
export function traceToJson(trace: ActTrace, { screenshots }: TraceJsonOptions): string {
  const shown = screenshots === 'inline' ? trace : withoutScreenshots(trace);
  return `${JSON.stringify(shown, null, 2)}\n`;
}

export function withoutScreenshots(trace: ActTrace): ActTrace {
  const steps = trace.steps.map(({ screenshot: _screenshot, ...step }) => step);
  return { ...trace, steps };
}
