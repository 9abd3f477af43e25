import type { ActTrace, StepTrace } from './act-trace.js';
import { describeCall } from './describe-call.js';

export type SpanKind = 'settle' | 'observe' | 'model' | 'memory' | 'call';

/** A stretch of a step's time. */
export interface Span {
  kind: SpanKind;
  label: string;
  durationMs: number;
}

/** A step's time in the order it was spent; what the next step shows is not counted here. */
export function spansOf(step: StepTrace): Span[] {
  const spans: Span[] = [];
  if (step.settled) {
    const { reason, durationMs } = step.settled;
    spans.push({ kind: 'settle', label: `Settle: ${reason}`, durationMs });
  }
  spans.push({ kind: 'observe', label: 'Capture the page', durationMs: step.observeMs });
  if (step.decideMs !== undefined) {
    const who = step.played
      ? ({ kind: 'memory', label: 'Memory' } as const)
      : ({ kind: 'model', label: 'Model' } as const);
    spans.push({ ...who, durationMs: step.decideMs });
  }
  for (const call of step.calls) {
    if (call.shownInNextStep || call.durationMs === undefined) continue;
    const kind = KINDS[call.name] ?? 'call';
    spans.push({ kind, label: describeCall(call), durationMs: call.durationMs });
  }
  return spans;
}

const KINDS: Record<string, SpanKind> = {
  waitForPageToSettle: 'settle',
  takeObservation: 'observe',
};

export function totalMs(spans: readonly Span[]): number {
  return spans.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

/** Where the time of an act went, by kind. */
export function timeByKind(trace: ActTrace): Record<SpanKind, number> {
  const sums: Record<SpanKind, number> = { settle: 0, observe: 0, model: 0, memory: 0, call: 0 };
  for (const step of trace.steps) {
    for (const { kind, durationMs } of spansOf(step)) sums[kind] += durationMs;
  }
  return sums;
}
