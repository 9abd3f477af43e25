import type { ActTrace } from '../act-trace.js';
import { formatDuration } from '../format-duration.js';
import { countSteps } from './count-steps.js';
import { html, type Markup, type Part } from './markup.js';
import { actBar } from './timeline.js';

export const STATUS_WORDS: Record<ActTrace['status'], string> = {
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  TIMED_OUT: 'Timed out',
  RUNNING: 'Not finished',
};

/** What was asked, and how it ended. */
export function pageHead(trace: ActTrace): Markup {
  const { status, startedAtMs, endedAtMs, steps } = trace;
  const took = endedAtMs === undefined ? '' : formatDuration(endedAtMs - startedAtMs);
  const count = countSteps(steps.length, steps.filter(({ played }) => played).length);
  return html`<header class="top"><p class="line"><span class="status ${status}">${STATUS_WORDS[status]}</span><span>${count}</span>${took && html`<span>${took}</span>`}${timeOf(startedAtMs)}</p>
<h1>${trace.prompt}</h1></header>`;
}

/** Where the act's time went, and how to find it on the service. */
export function pageFacts(trace: ActTrace): Markup {
  return html`<section class="spent">${trace.steps.length > 0 && actBar(trace)}
<details class="ids"><summary>Details</summary><dl>${[
    row('Run', trace.workflowRunId),
    row('Workflow', trace.workflowDefinitionName),
    row('Session', trace.sessionId),
    row('Act', trace.actId),
    row('Starting page', trace.startingPage),
    row('Waited for people', trace.humanWaitMs ? formatDuration(trace.humanWaitMs) : undefined),
    row('Steps at most', String(trace.maxSteps)),
    row('Timeout', trace.timeoutMs === undefined ? undefined : formatDuration(trace.timeoutMs)),
  ]}</dl></details></section>`;
}

/** A moment as an element: `2026-02-03 04:05:06 UTC`. */
export function timeOf(ms: number): Markup {
  const words = iso(ms)
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC');
  return html`<time datetime="${iso(ms)}">${words}</time>`;
}

function row(name: string, value: string | undefined): Part {
  return value !== undefined && html`<div><dt>${name}</dt><dd><code>${value}</code></dd></div>`;
}

/** A clock may be a test's, and a time one that no date can hold. */
function iso(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? 'unknown time' : date.toISOString();
}
