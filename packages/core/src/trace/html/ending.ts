import type { ActTrace } from '../act-trace.js';
import { pretty } from './calls.js';
import { STATUS_WORDS } from './head.js';
import { html, type Markup } from './markup.js';

/** What the act came to: the answer, or what ended it and where. */
export function ending(trace: ActTrace): Markup {
  const { response, error, status, steps } = trace;
  const last = steps.at(-1)?.step;
  return html`<section class="ending ${status}" id="result" tabindex="-1"><h2>${error ? STATUS_WORDS[status] : 'Result'}${
    error && last !== undefined && html` <a class="where" href="#step-${last}">in step ${last}</a>`
  }</h2>${
    error &&
    html`<p class="error"><strong>${error.name}</strong>${error.code !== undefined && html` <code>${error.code}</code>`}</p><pre class="error">${error.message}</pre>`
  }${response !== undefined && html`<pre id="answer">${pretty(response)}</pre>`}${
    !error && response === undefined && html`<p>${EMPTY[status]}</p>`
  }</section>`;
}

const EMPTY: Record<ActTrace['status'], string> = {
  SUCCEEDED: 'The act is done. It asked for no answer.',
  FAILED: 'The act failed, and nothing more is known of it.',
  TIMED_OUT: 'The act ran out of time.',
  RUNNING: 'The act was still running when this was written.',
};
