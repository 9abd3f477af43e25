import type { StepTrace } from '../act-trace.js';
import { html, type Markup } from './markup.js';
import { problemCount } from './problems.js';
import type { Shots } from './shots.js';
import { stepOutcome, stepWords } from './step-words.js';

const OUTCOMES = { failed: 'failed', redirect: 'redirected', ok: undefined };

/** Every step as a small picture, each leading to its place; it stays in view while the page scrolls. */
export function filmstrip(steps: readonly StepTrace[], shots: Shots): Markup {
  if (steps.length === 0) return html``;
  return html`<nav class="strip" aria-label="Steps"><ol>${steps.map((step) => frame(step, shots))}</ol></nav>`;
}

function frame(step: StepTrace, shots: Shots): Markup {
  const outcome = stepOutcome(step);
  const problems = problemCount(step.problems);
  const label = [
    `Step ${step.step}: ${stepWords(step)}`,
    OUTCOMES[outcome],
    problems > 0 ? `${problems} ${problems === 1 ? 'problem' : 'problems'} of the page` : undefined,
  ].filter((part) => part !== undefined);
  const picture = shots.image(step, '') ?? html`<span class="blank"></span>`;
  return html`<li><a class="${outcome}" href="#step-${step.step}" aria-label="${label.join(', ')}" title="${label.join(', ')}">${picture}<b>${step.step}</b>${problems > 0 && html`<i>${problems}</i>`}</a></li>`;
}
