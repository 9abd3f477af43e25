import type { ActTrace } from '../act-trace.js';
import { withoutScreenshots } from '../json.js';
import { documentOf } from './document.js';
import { ending } from './ending.js';
import { filmstrip } from './filmstrip.js';
import { pageFacts, pageHead, STATUS_WORDS } from './head.js';
import { html, scriptJson } from './markup.js';
import { problemList } from './problems.js';
import { SCRIPT } from './script.js';
import { Shots } from './shots.js';
import { stepSection } from './step.js';

/**
 * The act as one HTML page that opens from disk and asks nothing of a network: what it came to, then step
 * by step what was seen and done. Pictures are in it where the trace has their bytes, else it names their
 * files. The same trace stands in it as JSON, for tools (`script#trace`).
 *
 * @param sessionPage a link to the page of the session, relative to this one
 */
export function traceToHtml(trace: ActTrace, sessionPage?: string): string {
  const { steps } = trace;
  const shots = new Shots();
  // Before the filmstrip: where a picture is written it is seen without a script, too.
  const sections = steps.map((step, index) => stepSection(step, steps[index + 1], shots));
  const title = `${STATUS_WORDS[trace.status]}: ${trace.prompt.slice(0, 100)}`;
  const body = html`<main>
${sessionPage !== undefined && html`<p class="back"><a href="${sessionPage}">All acts of the session</a></p>`}
${pageHead(trace)}
${ending(trace)}
${pageFacts(trace)}
${filmstrip(steps, shots)}
${problemList(trace.problemsBefore, 'Before the first step the page complained')}
${sections}
<p class="hint"><kbd>←</kbd> <kbd>→</kbd> go from step to step, <kbd>B</kbd> shows before and after</p>
</main>
<script type="application/json" id="trace">${scriptJson(withoutScreenshots(trace))}</script>`;
  return documentOf(title, body, SCRIPT);
}
