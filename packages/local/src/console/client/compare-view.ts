import type { ActRow, RunDetail, StepRow } from './api-types.js';
import { element } from './element.js';
import { count, duration } from './format.js';
import { status } from './status.js';
import { type StepStore, stepStore, timesOf } from './step-store.js';
import { type TargetStore, targetStore } from './target-store.js';
import { virtualList } from './virtual-list.js';
import { stepWords } from './words.js';

interface Side {
  run: RunDetail;
  acts: ActRow[];
}

/** Two runs beside one another: act by act, and inside the chosen act step by step, with what differs marked. */
export function compareView(
  left: RunDetail,
  right: RunDetail,
  onClose: () => void,
  onError: (error: unknown) => void,
): HTMLElement {
  const sides: [Side, Side] = [side(left), side(right)];
  let stores: [StepStore | undefined, StepStore | undefined] = [undefined, undefined];
  let targets: [TargetStore | undefined, TargetStore | undefined] = [undefined, undefined];
  let chosen: [ActRow | undefined, ActRow | undefined] = [undefined, undefined];

  const steps = virtualList({
    label: 'Steps side by side',
    rowHeight: 46,
    key: String,
    draw: (row, index) => {
      const [one, other] = stores.map((store) => store?.rows[index]);
      const differs = text(one) !== text(other);
      row.classList.toggle('differs', differs);
      row.replaceChildren(
        half(stores[0], index, chosen[0], differs, targets[0]),
        half(stores[1], index, chosen[1], differs, targets[1]),
      );
    },
    select: () => undefined,
  });
  const acts = virtualList({
    label: 'Acts side by side',
    rowHeight: 40,
    key: String,
    draw: (row, index) =>
      row.replaceChildren(actHalf(sides[0].acts[index]), actHalf(sides[1].acts[index])),
    select: (index) => show(index),
  });
  acts.element.classList.add('acts');

  const show = (index: number) => {
    for (const store of [...stores, ...targets]) store?.close();
    chosen = [sides[0].acts[index], sides[1].acts[index]];
    stores = [chosen[0] && stepStore(chosen[0].actId), chosen[1] && stepStore(chosen[1].actId)];
    const changed = () =>
      steps.update(Math.max(stores[0]?.rows.length ?? 0, stores[1]?.rows.length ?? 0));
    const named = (act: ActRow | undefined) => act && targetStore(act.actId, changed);
    targets = [named(chosen[0]), named(chosen[1])];
    changed();
    for (const store of stores) store?.refresh(changed).catch(onError);
  };

  const amount = Math.max(sides[0].acts.length, sides[1].acts.length);
  acts.element.style.height = `${Math.min(6, Math.max(1, amount)) * 40 + 2}px`;
  const close = element('button', { type: 'button' }, 'Close comparison');
  close.addEventListener('click', onClose);
  const view = element(
    'section',
    { class: 'compare', 'aria-label': 'Comparison of two runs' },
    element('header', { class: 'line' }, element('h2', {}, 'Side by side'), close),
    element('div', { class: 'halves' }, runHead(left), runHead(right)),
    acts.element,
    steps.element,
  );
  requestAnimationFrame(() => {
    acts.update(amount);
    if (amount > 0) {
      acts.choose(0);
      show(0);
    }
  });
  return view;
}

function side(run: RunDetail): Side {
  return { run, acts: run.sessions.flatMap((session) => session.acts) };
}

function text(row: StepRow | undefined): string {
  return row === undefined ? '' : stepWords(row.calls);
}

function runHead(run: RunDetail): HTMLElement {
  const lasted =
    run.endedAtMs === undefined ? 'running' : duration(run.endedAtMs - run.startedAtMs);
  return element(
    'div',
    { class: 'half' },
    element(
      'div',
      { class: 'line' },
      status(run.status),
      element('b', {}, run.workflowDefinitionName),
    ),
    element(
      'div',
      { class: 'soft' },
      `${lasted} · ${count(run.actCount, 'act')} · ${count(run.stepCount, 'step')} · ${run.modelId}`,
    ),
    element('code', { class: 'soft' }, run.workflowRunId),
  );
}

function actHalf(act: ActRow | undefined): HTMLElement {
  if (act === undefined) return element('div', { class: 'half line soft' }, 'no such act');
  const lasted =
    act.endedAtMs === undefined ? 'running' : duration(act.endedAtMs - act.startedAtMs);
  return element(
    'div',
    { class: 'half line' },
    status(act.status),
    element('span', { class: 'prompt' }, act.prompt),
    element('span', { class: 'far soft' }, `${count(act.stepCount, 'step')} · ${lasted}`),
  );
}

function half(
  store: StepStore | undefined,
  index: number,
  act: ActRow | undefined,
  differs: boolean,
  targets: TargetStore | undefined,
): HTMLElement {
  const row = store?.rows[index];
  if (store === undefined || row === undefined)
    return element('div', { class: 'half line soft' }, '—');
  const { modelMs, clientMs } = timesOf(store.rows, index, act?.endedAtMs);
  return element(
    'div',
    { class: 'half line' },
    element('span', { class: 'number' }, String(row.step)),
    element(
      'span',
      { class: 'call' },
      `${differs ? '≠ ' : ''}${stepWords(row.calls, targets?.of(row.stepId, index))}`,
    ),
    element('span', { class: 'far soft' }, duration(modelMs + clientMs)),
  );
}
