import { button, element } from './element.js';

export type Pane = 'runs' | 'run' | 'step';

export interface PaneSwitch {
  element: HTMLElement;
  /** Where there is no room for all panes beside one another: which is shown. */
  buttons: HTMLElement;
  show(pane: Pane): void;
}

const names: readonly [Pane, string][] = [
  ['runs', 'Runs'],
  ['run', 'Run'],
  ['step', 'Step'],
];

/** The three panes: beside one another, or on a small screen one at a time (the stylesheet decides). */
export function paneSwitch(runs: HTMLElement, run: HTMLElement, step: HTMLElement): PaneSwitch {
  const panes = element('div', { class: 'panes', 'data-pane': 'run' }, runs, run, step);
  const buttons = new Map(
    names.map(([pane, name]) => [pane, button(name, () => show(pane), { class: `to-${pane}` })]),
  );
  const show = (pane: Pane) => {
    panes.dataset['pane'] = pane;
    for (const [name, one] of buttons) one.setAttribute('aria-pressed', String(name === pane));
  };
  show('run');
  return {
    element: panes,
    buttons: element('nav', { class: 'switch', 'aria-label': 'Panes' }, ...buttons.values()),
    show,
  };
}
