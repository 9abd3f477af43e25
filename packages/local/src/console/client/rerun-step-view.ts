import type { CallRow, RerunStep } from './api-types.js';
import { element } from './element.js';
import { callText } from './format.js';
import { callWords } from './words.js';

/** One step: what is on record, and beside it what the other model answered; what only one of them has is marked. */
export function rerunStepView(step: RerunStep): HTMLElement {
  const differs = new Set(step.differs);
  const isSame = step.given !== undefined && differs.size === 0;
  const side = (title: string, calls: readonly CallRow[]) =>
    element(
      'div',
      { class: 'side' },
      element('h4', {}, title),
      element('ul', {}, ...calls.map((call) => callItem(call, step.targets, differs))),
    );
  const verdict = step.given === undefined ? 'no answer' : isSame ? '= same' : '≠ differs';
  return element(
    'li',
    { class: isSame ? 'same' : 'differs', 'aria-label': `Step ${step.step}, ${verdict.slice(2)}` },
    element(
      'h3',
      {},
      `Step ${step.step} `,
      element('span', { class: isSame ? 'good' : 'run' }, verdict),
    ),
    element(
      'div',
      { class: 'sides' },
      side('On record', step.recorded),
      step.given === undefined
        ? element(
            'div',
            { class: 'side' },
            element('h4', {}, 'The other model'),
            element('p', { class: 'bad' }, step.problem ?? 'It was not asked.'),
          )
        : side('The other model', step.given),
    ),
  );
}

function callItem(
  call: CallRow,
  targets: Readonly<Record<string, string>>,
  differs: ReadonlySet<string>,
): HTMLElement {
  const words = callWords(call, targets[call.callId]);
  const exact = callText(call);
  const isOdd = differs.has(call.callId);
  // Where the words leave something out that may matter: the box, or how exactly it was written.
  const isExact = words !== exact && (isOdd || targets[call.callId] !== undefined);
  return element(
    'li',
    { class: isOdd ? 'odd' : '' },
    element('span', { class: 'words' }, `${isOdd ? '≠ ' : ''}${words}`),
    isExact && element('code', { class: 'soft' }, exact),
  );
}
