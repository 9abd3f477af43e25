import { domUrl } from './api.js';
import type { ActRow, CallRow, ResultRow, StepDetail, StepRow } from './api-types.js';
import { copyButton } from './copy-button.js';
import { button, element } from './element.js';
import { callText, duration, isError, time } from './format.js';
import { screenshotView } from './screenshot-view.js';
import { resultsOf, timesOf } from './step-store.js';
import type { Targets } from './target-store.js';
import { callWords, stepWords } from './words.js';

export interface StepExtras {
  /** Names of what the calls point at. */
  readonly targets: Targets;
  /** Shows the picture as large as the window. */
  readonly enlarge: () => void;
  /** The answers from this step on, as a program for a scripted model. */
  readonly script: () => string;
  /** Asks another model from this step on. */
  readonly rerun: () => void;
}

/** One step in full: what was seen, what the model answered, what came of it. */
export function stepView(
  detail: StepDetail,
  rows: readonly StepRow[],
  index: number,
  act: ActRow,
  { targets, enlarge, script, rerun }: StepExtras,
): HTMLElement {
  const { modelMs, clientMs } = timesOf(rows, index, act.endedAtMs);
  const results = resultsOf(rows, index);
  const seen = detail.observation;
  return element(
    'article',
    { class: 'step', 'aria-label': `Step ${detail.step}` },
    element(
      'header',
      {},
      element('h2', {}, `${detail.step}. ${stepWords(detail.calls, targets)}`),
      element(
        'span',
        { class: 'soft' },
        `${time(detail.startedAtMs)} · model ${duration(modelMs)} · act and wait ${duration(clientMs)}`,
      ),
    ),
    detail.superseded &&
      element(
        'p',
        { class: 'notice' },
        'The client repeated this request: this answer was not followed.',
      ),
    seen !== undefined && element('p', { class: 'url' }, seen.activeURL),
    screenshotView(detail, enlarge),
    element('h3', {}, 'Calls'),
    element(
      'ol',
      { class: 'calls' },
      ...detail.calls.map((call) =>
        callItem(
          call,
          results.find((one) => one.callId === call.callId),
          targets[call.callId],
        ),
      ),
    ),
    element(
      'div',
      { class: 'line step-foot' },
      seen !== undefined &&
        seen.domLength > 0 &&
        element(
          'a',
          { href: domUrl(detail.actId, detail.stepId), target: '_blank', rel: 'noreferrer' },
          `DOM capture (${seen.domLength.toLocaleString()} characters)`,
        ),
      !detail.superseded &&
        button('Rerun from here', rerun, {
          title: 'Ask another model what it would have done from this step on (r)',
        }),
      copyButton('Copy as scripted model', script),
    ),
  );
}

function callItem(
  call: CallRow,
  result: ResultRow | undefined,
  target: string | undefined,
): HTMLElement {
  const name = call.name;
  const gaveUp = /^throw/.test(name);
  // What it says stands below, where it can be read.
  const says = name === 'return' || gaveUp;
  const item = element(
    'li',
    { class: call.tool ? 'tool' : '' },
    target !== undefined && element('div', { class: 'words' }, callWords(call, target)),
    element('code', {}, says ? name : callText(call)),
  );
  if (call.tool) item.append(element('span', { class: 'label' }, 'tool'));
  if (says) {
    const value = Array.isArray(call.input) ? call.input[0] : call.input;
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
    item.append(element('pre', { class: gaveUp ? 'bad' : 'good' }, pretty(text)));
  }
  if (result !== undefined && result.text !== '' && result.text !== 'null') {
    item.append(
      element('pre', { class: isError(result.text) ? 'bad' : 'soft' }, pretty(result.text)),
    );
  }
  return item;
}

const longest = 4000;

function pretty(text: string): string {
  let shown = text;
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2);
  } catch (error) {
    // Mostly it is no JSON, and is shown as it is.
    if (!(error instanceof SyntaxError)) throw error;
  }
  return shown.length > longest
    ? `${shown.slice(0, longest)}… (${shown.length.toLocaleString()} characters)`
    : shown;
}
