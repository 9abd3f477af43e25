import { formatDuration } from '../format-duration.js';
import { isPicture } from '../pictures/picture.js';
import type { SessionActTrace, SessionTotals, SessionTrace } from '../session-trace.js';
import { countSteps } from './count-steps.js';
import { documentOf } from './document.js';
import { STATUS_WORDS, timeOf } from './head.js';
import { html, type Markup, type Part } from './markup.js';

/** The session as an HTML page: the sums of its acts, and each act with a link to its own page. */
export function sessionToHtml(session: SessionTrace): string {
  const { acts, totals, workflowDefinitionName, workflowRunId, sessionId, startingPage } = session;
  const title = `A session with ${count(totals.acts, 'act')}`;
  const ids: [string, string | undefined][] = [
    ['Workflow', workflowDefinitionName],
    ['Run', workflowRunId],
    ['Session', sessionId],
    ['Starting page', startingPage],
  ];
  const body = html`<main class="session"><h1>${title}</h1>
${tiles(totals)}
<ol class="acts">${acts.map(actItem)}</ol>
<details class="ids"><summary>Details</summary><dl>${ids.map(
    ([name, value]) =>
      value !== undefined && html`<div><dt>${name}</dt><dd><code>${value}</code></dd></div>`,
  )}</dl></details></main>`;
  return documentOf(title, body);
}

function tiles(totals: SessionTotals): Markup {
  const { succeeded, failed, timedOut, running } = totals;
  const outcomes = [
    `${succeeded} succeeded`,
    failed > 0 && `${failed} failed`,
    timedOut > 0 && `${timedOut} timed out`,
    running > 0 && `${running} not finished`,
  ].filter((part) => part !== false);
  return html`<dl class="tiles">${[
    tile('Acts', String(totals.acts), outcomes.join(', ')),
    tile(
      'Steps',
      String(totals.numStepsExecuted + totals.numStepsPlayed),
      totals.numStepsPlayed > 0 ? `${totals.numStepsPlayed} played from memory` : undefined,
    ),
    tile('Time worked', formatDuration(totals.timeWorkedMs), 'without waiting for people'),
    tile('Waited for people', formatDuration(totals.humanWaitMs)),
    tile('Service', formatDuration(totals.serverTimeMs), 'of the time worked'),
  ]}</dl>`;
}

function tile(name: string, value: string, note?: string): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd>${note !== undefined && html`<dd class="aside">${note}</dd>`}</div>`;
}

function actItem(act: SessionActTrace): Markup {
  const { status, prompt, page, outcome, screenshot, startedAtMs, endedAtMs } = act;
  const { numStepsExecuted, numStepsPlayed } = act;
  const steps = countSteps(numStepsExecuted + numStepsPlayed, numStepsPlayed);
  const picture: Part = isPicture(screenshot)
    ? html`<img src="${screenshot}" alt="" loading="lazy" decoding="async">`
    : html`<span class="blank"></span>`;
  const name: Part = page === undefined ? prompt : html`<a href="${page}">${prompt}</a>`;
  return html`<li class="act ${status}">${picture}<div><p class="line"><span class="status ${status}">${STATUS_WORDS[status]}</span><span>Act ${act.act}</span><span>${steps}</span>${
    endedAtMs !== undefined && html`<span>${formatDuration(endedAtMs - startedAtMs)}</span>`
  }${timeOf(startedAtMs)}</p><h2>${name}</h2>${outcome !== undefined && html`<p class="outcome">${outcome}</p>`}</div></li>`;
}

function count(number: number, thing: string): string {
  return `${number} ${number === 1 ? thing : `${thing}s`}`;
}
