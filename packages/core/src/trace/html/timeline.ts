import type { ActTrace, StepTrace } from '../act-trace.js';
import { formatDuration } from '../format-duration.js';
import { type SpanKind, spansOf, timeByKind, totalMs } from '../timing.js';
import { html, type Markup } from './markup.js';

const KINDS: Record<SpanKind, string> = {
  settle: 'Settling',
  observe: 'Capture',
  model: 'Model',
  memory: 'Memory',
  call: 'Actions',
};

/** A step's time as a bar. Drawn in per cent, so that it is right at any width. */
export function stepBar(step: StepTrace): Markup {
  const spans = spansOf(step);
  const whole = totalMs(spans) || 1;
  let before = 0;
  const parts = spans.map(({ kind, label, durationMs }) => {
    const x = percent(before, whole);
    before += durationMs;
    return html`<rect class="${kind}" x="${x}" width="${percent(durationMs, whole)}" height="100%"><title>${label}: ${formatDuration(durationMs)}</title></rect>`;
  });
  const text = spans.map(({ label, durationMs }) => `${label} ${formatDuration(durationMs)}`);
  return html`<svg class="bar" role="img" aria-label="${text.join('; ')}">${parts}</svg>`;
}

/** The whole act: its steps side by side, each leading to its place on the page. */
export function actBar(trace: ActTrace): Markup {
  const steps = trace.steps.map((step) => ({ step, spans: spansOf(step) }));
  const whole = steps.reduce((sum, { spans }) => sum + totalMs(spans), 0) || 1;
  let before = 0;
  const links = steps.map(({ step, spans }) => {
    const startMs = before;
    const rects = spans.map(({ kind, durationMs }) => {
      const x = percent(before, whole);
      before += durationMs;
      return html`<rect class="${kind}" x="${x}" width="${percent(durationMs, whole)}" height="100%"/>`;
    });
    const label = `Step ${step.step}, ${formatDuration(before - startMs)}`;
    const tick =
      startMs > 0 &&
      html`<line x1="${percent(startMs, whole)}" x2="${percent(startMs, whole)}" y2="100%"/>`;
    return html`<a href="#step-${step.step}" aria-label="${label}"><title>${label}</title>${rects}${tick}</a>`;
  });
  const sums = timeByKind(trace);
  const played = trace.steps.filter((step) => step.played).length;
  // Who was not asked took no time.
  const idle: SpanKind | undefined =
    played === 0 ? 'memory' : played === steps.length ? 'model' : undefined;
  const kinds = (Object.keys(KINDS) as SpanKind[]).filter((kind) => kind !== idle);
  const legend = kinds.map(
    (kind) =>
      html`<li><svg class="key" aria-hidden="true"><rect class="${kind}" width="100%" height="100%"/></svg>${KINDS[kind]} <b>${formatDuration(sums[kind])}</b></li>`,
  );
  return html`<svg class="bar tall">${links}</svg><ul class="legend">${legend}</ul>`;
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(3)}%`;
}
