import { readStep } from './api.js';
import type { ActRow, StepDetail, StepRow } from './api-types.js';
import { element } from './element.js';
import { enlarge } from './enlarge.js';
import { duration, time } from './format.js';
import { scriptOf } from './script-of.js';
import { status } from './status.js';
import { stepList } from './step-list.js';
import { type StepStore, stepStore } from './step-store.js';
import { stepView } from './step-view.js';
import { type TargetStore, type Targets, targetStore } from './target-store.js';
import { timeline } from './timeline.js';

export interface ActView {
  element: HTMLElement;
  detail: HTMLElement;
  show(act: ActRow | undefined, stepId: string | undefined): Promise<void>;
  refresh(act: ActRow): Promise<void>;
  move(by: number): void;
  /** Shows the picture of the step as large as the window. */
  enlarge(): void;
  /** Asks another model from the step on. */
  rerun(): void;
  focus(): void;
}

/** One act: its prompt, its times, its steps, and beside them the step chosen. While it runs it follows the newest step; one that failed opens at its last. */
export function actView(
  onStep: (stepId: string) => void,
  onRerun: (stepId: string) => void,
  onError: (error: unknown) => void,
): ActView {
  const head = element('div', { class: 'act-head' });
  const detail = element('section', { class: 'detail', 'aria-label': 'Step', tabindex: -1 });
  let store: StepStore | undefined;
  let targets: TargetStore | undefined;
  let act: ActRow | undefined;
  let stepId: string | undefined;
  let following = true;
  let reading: AbortController | undefined;

  const indexOf = (id: string | undefined) =>
    store?.rows.findIndex((row) => row.stepId === id) ?? -1;
  const choose = (row: StepRow, index: number) => {
    following = index === (store?.rows.length ?? 0) - 1;
    onStep(row.stepId);
    open(row.stepId).catch(onError);
  };
  const list = stepList(choose);
  const times = timeline((index) => {
    const row = store?.rows[index];
    if (row !== undefined) {
      list.choose(row.stepId);
      choose(row, index);
    }
  });

  async function open(id: string): Promise<void> {
    if (store === undefined || act === undefined) return;
    stepId = id;
    const opened = store;
    reading?.abort();
    const controller = new AbortController();
    reading = controller;
    try {
      const read = await readStep(opened.actId, id, controller.signal);
      if (store !== opened || act === undefined) return;
      shown = read;
      draw();
      times.update(opened.rows, indexOf(id), act.endedAtMs);
    } catch (error) {
      if (!controller.signal.aborted) throw error;
    }
  }

  const showLarge = () => enlarge(detail, (by) => list.move(by));
  const askAnother = () => {
    if (shown !== undefined && !shown.superseded) onRerun(shown.stepId);
  };
  let shown: StepDetail | undefined;
  let drawn: Targets | undefined;
  const draw = () => {
    if (store === undefined || act === undefined || shown === undefined) return;
    const index = indexOf(shown.stepId);
    const names = targets?.of(shown.stepId, index) ?? {};
    drawn = names;
    detail.replaceChildren(
      stepView(shown, store.rows, index, act, {
        targets: names,
        enlarge: showLarge,
        script: () => scriptOf(store?.rows.slice(index) ?? []),
        rerun: askAnother,
      }),
    );
  };

  const changed = () => {
    if (store === undefined || act === undefined) return;
    const newest = store.rows.at(-1);
    list.update(store.rows, act, targets);
    if (following && newest !== undefined && newest.stepId !== stepId) {
      list.choose(newest.stepId);
      open(newest.stepId).catch(onError);
    } else times.update(store.rows, indexOf(stepId), act.endedAtMs);
  };

  const drawHead = () => {
    if (act === undefined) {
      head.replaceChildren();
      return;
    }
    const lasted =
      act.endedAtMs === undefined ? underWay(act) : duration(act.endedAtMs - act.startedAtMs);
    head.replaceChildren(
      element(
        'div',
        { class: 'line' },
        status(act.status),
        element(
          'span',
          { class: 'soft' },
          `${lasted}${act.toolNames.length > 0 ? ` · tools: ${act.toolNames.join(', ')}` : ''}`,
        ),
      ),
      element('p', { class: 'whole-prompt' }, act.prompt),
      ...(act.answer === undefined
        ? []
        : [element('pre', { class: 'good answer', 'aria-label': 'Answer' }, act.answer)]),
      ...(act.schema === undefined
        ? []
        : [
            element(
              'details',
              {},
              element('summary', {}, 'Schema of the answer'),
              element('pre', {}, JSON.stringify(act.schema, null, 2)),
            ),
          ]),
      ...(act.error === undefined
        ? []
        : [
            element(
              'p',
              { class: 'notice bad' },
              `${act.error.type ?? 'Error'}: ${act.error.message}`,
            ),
          ]),
    );
  };

  const section = element(
    'section',
    { class: 'act', 'aria-label': 'Act' },
    head,
    times.element,
    list.element,
  );
  section.hidden = true;
  return {
    element: section,
    detail,
    show: async (newAct, newStepId) => {
      store?.close();
      targets?.close();
      shown = undefined;
      act = newAct;
      section.hidden = newAct === undefined;
      stepId = newStepId;
      following = newStepId === undefined && newAct?.endedAtMs === undefined;
      store = newAct === undefined ? undefined : stepStore(newAct.actId);
      targets =
        newAct &&
        targetStore(newAct.actId, () => {
          changed();
          // What is drawn already stays: somebody may be about to use it.
          if (shown && drawn !== targets?.of(shown.stepId, indexOf(shown.stepId))) draw();
        });
      drawHead();
      detail.replaceChildren();
      list.update([], act, undefined);
      times.update([], -1, newAct?.endedAtMs);
      list.choose(newStepId);
      if (newStepId !== undefined) following = false;
      const opened = store;
      await opened?.refresh(changed);
      // Another act, or a step of this one, may have been chosen meanwhile.
      if (store !== opened || stepId !== newStepId) return;
      const first = store?.rows[0];
      const wanted =
        indexOf(newStepId) >= 0
          ? newStepId
          : act?.status === 'SUCCEEDED'
            ? first?.stepId
            : store?.rows.at(-1)?.stepId;
      if (wanted !== undefined) {
        list.choose(wanted);
        await open(wanted);
      }
    },
    refresh: async (newAct) => {
      if (store === undefined || newAct.actId !== act?.actId) return;
      act = newAct;
      drawHead();
      await store.refresh(changed);
      changed();
    },
    move: (by) => list.move(by),
    enlarge: showLarge,
    rerun: askAnother,
    focus: () => list.focus(),
  };
}

/** What an act that has not ended is at, beside its status. */
function underWay({ status: now, stepCount, startedAtMs }: ActRow): string {
  const since = `since ${time(startedAtMs)}`;
  if (now === 'RUNNING') return `${since} · the model is asked for step ${stepCount + 1}`;
  return now === 'PENDING_CLIENT_ACTION' ? `${since} · step ${stepCount} is carried out` : since;
}
