import { element } from './element.js';

const keys: readonly [string, string][] = [
  ['/', 'search runs'],
  ['↑ ↓ or j k', 'move in the list that has the focus'],
  ['[ ]', 'previous and next step'],
  ['e', 'enlarge the picture'],
  ['r', 'ask another model from this step on'],
  ['c', 'mark the run, then choose another to compare'],
  ['Esc', 'leave the search, the comparison or the rerun'],
  ['?', 'this help'],
];

export function helpDialog(): HTMLDialogElement {
  const dialog = element(
    'dialog',
    { 'aria-label': 'Keys' },
    element('h2', {}, 'Keys'),
    element(
      'dl',
      {},
      ...keys.flatMap(([key, does]) => [
        element('dt', {}, element('kbd', {}, key)),
        element('dd', {}, does),
      ]),
    ),
    element('form', { method: 'dialog' }, element('button', {}, 'Close')),
  );
  return dialog;
}
