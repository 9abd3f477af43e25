import type { PageProblem } from '../../browser/problems/page-problem.js';
import { html, type Markup, type Part } from './markup.js';

const WORDS: Record<PageProblem['kind'], string> = {
  console: 'Console',
  error: 'Script',
  request: 'Request',
  omitted: 'And',
};

/** What the page complained of: its console, its scripts, and what it asked for in vain. */
export function problemList(problems: readonly PageProblem[] | undefined, title: string): Part {
  if (!problems || problems.length === 0) return undefined;
  return html`<section class="problems"><h3>${title}</h3><ul>${problems.map(problemItem)}</ul></section>`;
}

function problemItem({ kind, text, url }: PageProblem): Markup {
  return html`<li><b>${WORDS[kind]}</b> <span>${text}</span>${url !== undefined && html` <code>${url}</code>`}</li>`;
}

/** How many there were, as far as they are counted. */
export function problemCount(problems: readonly PageProblem[] | undefined): number {
  return (problems ?? []).filter(({ kind }) => kind !== 'omitted').length;
}
