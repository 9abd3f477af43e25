import type { CallTrace, StepTrace } from '../act-trace.js';
import { formatDuration } from '../format-duration.js';
import { spansOf, totalMs } from '../timing.js';
import { callList } from './calls.js';
import { html, type Markup } from './markup.js';
import { problemList } from './problems.js';
import { pictures } from './screenshot.js';
import type { Shots } from './shots.js';
import { stepOutcome, stepWords } from './step-words.js';
import { stepBar } from './timeline.js';

/** One step: the picture on one side, what was decided and done on the other. */
export function stepSection(step: StepTrace, next: StepTrace | undefined, shots: Shots): Markup {
  const { step: number, url, title, settled, problems } = step;
  const marks = marksOf(step.calls);
  const id = `step-${number}`;
  return html`<section class="step ${stepOutcome(step)}" id="${id}" tabindex="-1" aria-labelledby="${id}-title">
<header><h2 id="${id}-title"><a href="#${id}">Step ${number}</a> <span>${stepWords(step)}</span></h2><span class="time">${formatDuration(totalMs(spansOf(step)))}</span></header>
<p class="place">${title !== undefined && title !== '' && html`<b>${title}</b> `}<span class="url">${url}</span></p>
${stepBar(step)}
<div class="columns"><div class="picture">${pictures(step, next, marks, shots)}</div>
<div class="story"><dl class="facts">${settled && html`<div><dt>Settled</dt><dd>${settled.reason} <span class="time">${formatDuration(settled.durationMs)}</span></dd></div>`}${settled?.notes && html`<div><dt>Beside</dt><dd>${settled.notes.join(' ')}</dd></div>`}<div><dt>Captured</dt><dd>${captured(step)}</dd></div><div><dt>Model</dt><dd>${decided(step)}</dd></div></dl>
${callList(step.calls, marks)}${problemList(problems, 'Meanwhile the page complained')}</div></div></section>`;
}

/** The picture is begun in the last quiet moments of settling, and then costs nothing more. */
const captured = ({ settled, observeMs }: StepTrace): string =>
  settled && observeMs < 1 ? 'while settling' : formatDuration(observeMs);

const decided = ({ played, decideMs }: StepTrace): string => {
  if (played) return 'not asked: played from memory';
  return decideMs === undefined ? 'no program' : formatDuration(decideMs);
};

/** The calls that point somewhere, numbered in order. */
function marksOf(calls: readonly CallTrace[]): Map<CallTrace, number> {
  const pointing = calls.filter(({ box }) => box !== undefined);
  return new Map(pointing.map((call, index) => [call, index + 1]));
}
