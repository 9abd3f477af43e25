import type { CallTrace } from '../act-trace.js';
import { describeCall } from '../describe-call.js';
import { formatDuration } from '../format-duration.js';
import { html, type Markup, type Part } from './markup.js';

/** The program of a step, call by call. `marks` number those that are drawn on the screenshot. */
export function callList(
  calls: readonly CallTrace[],
  marks: ReadonlyMap<CallTrace, number>,
): Markup {
  if (calls.length === 0) return html``;
  return html`<ol class="calls">${calls.map((call) => callItem(call, marks.get(call)))}</ol>`;
}

function callItem(call: CallTrace, mark: number | undefined): Markup {
  const { outcome, durationMs, shownInNextStep } = call;
  const faded = shownInNextStep || outcome === 'skipped' ? ' faded' : '';
  const badge =
    mark === undefined ? html`<i class="dot"></i>` : html`<i class="number">${mark}</i>`;
  const still = call.name === 'think' || call.name === 'return';
  const time = durationMs === undefined || still ? '' : formatDuration(durationMs);
  return html`<li class="call ${outcome}${faded}">${badge}<div><p class="what">${wordsOf(call)} <span class="time">${shownInNextStep ? 'for the next step' : time}</span>${NOTES[outcome]}</p>${story(call)}${!shownInNextStep && details(call)}</div></li>`;
}

function details({ name, input, text, did }: CallTrace): Markup {
  return html`<details><summary><code>${name}</code></summary>${block('Input', JSON.stringify(input, null, 2))}${text !== undefined && block('Result', pretty(text))}${did !== undefined && block('What was done (not sent)', JSON.stringify(did, null, 2))}</details>`;
}

const NOTES: Record<CallTrace['outcome'], Markup | undefined> = {
  ok: undefined,
  redirect: html`<span class="note">redirected</span>`,
  failed: html`<span class="note">failed</span>`,
  running: html`<span class="note">not finished</span>`,
  skipped: html`<span class="note">not run</span>`,
};

/** A long thought or value reads better below than in the line itself. */
function wordsOf(call: CallTrace): string {
  if (call.name === 'think') return 'Think';
  if (call.name === 'return') return 'Return';
  const words = describeCall(call);
  return words.length > 300 ? `${words.slice(0, 300)}…` : words;
}

/** What is worth reading without opening the details. */
function story({ name, input, outcome, text, did }: CallTrace): Part {
  if (name === 'think') return html`<blockquote>${String(input.thought ?? '')}</blockquote>`;
  if (name === 'return') {
    return input.response !== undefined && html`<pre>${pretty(String(input.response))}</pre>`;
  }
  if (outcome === 'redirect' || outcome === 'failed') return html`<p class="why">${text}</p>`;
  const said = did === undefined ? text : JSON.stringify(did);
  const short = said !== undefined && said !== 'null' && said.length <= 400;
  return short && html`<p class="said">${factsOf(said)}</p>`;
}

/** What a call tells of itself, `{"hit":"button"}` say, reads better as `hit: button`. */
function factsOf(text: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text; // Not JSON: it reads as it is.
  }
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return text;
  const facts = Object.entries(value);
  if (facts.length === 0 || facts.some(([, fact]) => typeof fact === 'object')) return text;
  return facts.map(([name, fact]) => `${name}: ${String(fact)}`).join(', ');
}

function block(title: string, text: string): Markup {
  return html`<p class="label">${title}</p><pre>${text}</pre>`;
}

/** JSON with line breaks; any other text as it is. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text; // Not JSON: a plain answer or an error's message.
  }
}
