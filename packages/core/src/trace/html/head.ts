import type { ActTrace } from '../act-trace.js';
import { formatDuration } from '../format-duration.js';
import { html, type Markup, type Part } from './markup.js';
import { actBar } from './timeline.js';

export const STATUS_WORDS: Record<ActTrace['status'], string> = {
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  TIMED_OUT: 'Timed out',
  RUNNING: 'Not finished',
};

/** What was asked, how it ended, where its time went, and how to find it on the service. */
export function pageHead(trace: ActTrace): Markup {
  const { status, startedAtMs, endedAtMs, steps } = trace;
  const took = endedAtMs === undefined ? '' : formatDuration(endedAtMs - startedAtMs);
  const count = `${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`;
  return html`<header class="top"><p class="line"><span class="status ${status}">${STATUS_WORDS[status]}</span><span>${count}</span>${took && html`<span>${took}</span>`}<time datetime="${iso(startedAtMs)}">${iso(
    startedAtMs,
  )
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC')}</time></p>
<h1>${trace.prompt}</h1>
${steps.length > 0 && actBar(trace)}
<details class="ids"><summary>Details</summary><dl>${[
    row('Run', trace.workflowRunId),
    row('Workflow', trace.workflowDefinitionName),
    row('Session', trace.sessionId),
    row('Act', trace.actId),
    row('Starting page', trace.startingPage),
    row('Steps at most', String(trace.maxSteps)),
    row('Timeout', trace.timeoutMs === undefined ? undefined : formatDuration(trace.timeoutMs)),
  ]}</dl></details></header>`;
}

function row(name: string, value: string | undefined): Part {
  return value !== undefined && html`<div><dt>${name}</dt><dd><code>${value}</code></dd></div>`;
}

/** A clock may be a test's, and a time one that no date can hold. */
function iso(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? 'unknown time' : date.toISOString();
}
