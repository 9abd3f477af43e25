import type { ActRow, StepRow } from './api-types.js';
import { element } from './element.js';
import { duration, isError, thought } from './format.js';
import { resultsOf, timesOf } from './step-store.js';
import type { TargetStore } from './target-store.js';
import { virtualList } from './virtual-list.js';
import { stepWords } from './words.js';

export interface StepList {
  element: HTMLElement;
  update(rows: readonly StepRow[], act: ActRow | undefined, targets: TargetStore | undefined): void;
  choose(stepId: string | undefined): void;
  /** Goes so many steps on or back among those shown. */
  move(by: number): void;
  focus(): void;
}

/** The steps of an act: all, or those that a search or a kind leaves. */
export function stepList(onSelect: (row: StepRow, index: number) => void): StepList {
  let rows: readonly StepRow[] = [];
  let act: ActRow | undefined;
  let targets: TargetStore | undefined;
  let shown: number[] = [];
  let chosenId: string | undefined;
  const search = element('input', {
    type: 'search',
    placeholder: 'Search calls and results',
    'aria-label': 'Search steps',
  });
  const kind = element(
    'select',
    { 'aria-label': 'Kind of step' },
    ...[
      ['all', 'All steps'],
      ['errors', 'With errors'],
      ['tools', 'With tool calls'],
      ['slow', 'Slower than 2 s'],
    ].map(([value, text]) => element('option', { value: value ?? '' }, text ?? '')),
  );
  const found = element('span', { class: 'soft', role: 'status' });
  const list = virtualList({
    label: 'Steps',
    rowHeight: 46,
    key: (at) => rows[shown[at] ?? -1]?.stepId ?? `#${at}`,
    draw: (row, at) => draw(row, shown[at] ?? -1),
    select: (at) => {
      const index = shown[at] ?? -1;
      const row = rows[index];
      if (row === undefined) return;
      chosenId = row.stepId;
      onSelect(row, index);
    },
  });

  const draw = (element_: HTMLElement, index: number) => {
    const row = rows[index];
    if (row === undefined) {
      element_.replaceChildren();
      return;
    }
    const { modelMs, clientMs } = timesOf(rows, index, act?.endedAtMs);
    const bad = failed(rows, index);
    element_.replaceChildren(
      element(
        'div',
        { class: 'line' },
        element('span', { class: 'number' }, String(row.step)),
        element(
          'span',
          { class: `call${bad ? ' bad' : ''}` },
          `${bad ? '✕ ' : ''}${stepWords(row.calls, targets?.of(row.stepId, index))}`,
        ),
        element('span', { class: 'ms model', title: 'The model' }, duration(modelMs)),
        element('span', { class: 'ms client', title: 'Actions and waiting' }, duration(clientMs)),
      ),
      element('div', { class: 'prompt soft thought' }, thought(row.calls)),
    );
    element_.classList.toggle('superseded', row.superseded);
    element_.title = row.superseded ? 'Repeated by the client: this answer was not followed' : '';
  };

  const filter = () => {
    const wanted = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    shown = [];
    for (const [index, row] of rows.entries()) {
      if (kind.value === 'errors' && !failed(rows, index)) continue;
      if (kind.value === 'tools' && !row.calls.some((call) => call.tool)) continue;
      if (kind.value === 'slow') {
        const { modelMs, clientMs } = timesOf(rows, index, act?.endedAtMs);
        if (modelMs + clientMs <= 2000) continue;
      }
      if (wanted.length > 0) {
        const names = targets?.of(row.stepId, index);
        const text = JSON.stringify([row.calls, names, resultsOf(rows, index)]).toLowerCase();
        if (!wanted.every((word) => text.includes(word))) continue;
      }
      shown.push(index);
    }
    found.textContent =
      shown.length === rows.length
        ? ''
        : `${shown.length.toLocaleString()} of ${rows.length.toLocaleString()}`;
    list.update(shown.length);
    list.choose(shown.findIndex((index) => rows[index]?.stepId === chosenId));
  };
  search.addEventListener('input', filter);
  kind.addEventListener('change', filter);

  return {
    element: element(
      'div',
      { class: 'steps' },
      element('div', { class: 'filters' }, search, kind, found),
      element(
        'div',
        { class: 'line heads soft', 'aria-hidden': 'true' },
        element('span', { class: 'number' }, '#'),
        element('span', { class: 'call' }, 'Step'),
        element('span', { class: 'ms' }, 'Model'),
        element('span', { class: 'ms' }, 'Act + wait'),
      ),
      list.element,
    ),
    update: (newRows, newAct, newTargets) => {
      rows = newRows;
      act = newAct;
      targets = newTargets;
      filter();
    },
    choose: (stepId) => {
      chosenId = stepId;
      list.choose(shown.findIndex((index) => rows[index]?.stepId === stepId));
    },
    move: (by) => {
      const at = Math.min(shown.length - 1, Math.max(0, list.chosen + by));
      const index = shown[at];
      const row = index === undefined ? undefined : rows[index];
      if (row === undefined || index === undefined) return;
      chosenId = row.stepId;
      list.choose(at);
      onSelect(row, index);
    },
    focus: () => list.element.focus(),
  };
}

/** Whether a step went wrong: the agent gave up, or the client could not do a call. */
export function failed(rows: readonly StepRow[], index: number): boolean {
  const row = rows[index];
  if (row === undefined) return false;
  if (row.calls.some((call) => /^throw/.test(call.name))) return true;
  return resultsOf(rows, index).some((result) => isError(result.text));
}
