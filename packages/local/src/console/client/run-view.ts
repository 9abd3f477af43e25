import { exportUrl } from './api.js';
import type { ActRow, RunDetail } from './api-types.js';
import { element } from './element.js';
import { count, dateTime, duration } from './format.js';
import { status } from './status.js';
import { virtualList } from './virtual-list.js';

/** Of a row of the acts, in CSS pixels. */
const ROW = 52;

export interface RunView {
  element: HTMLElement;
  show(run: RunDetail | undefined, actId: string | undefined): void;
}

/** A run's head and its acts, by session, in the order they were made. */
export function runView(onAct: (act: ActRow) => void): RunView {
  const head = element('div', { class: 'run-head' });
  const none = element('p', { class: 'empty', role: 'status', hidden: true });
  let acts: ActRow[] = [];
  let sessions: string[] = [];
  const list = virtualList({
    label: 'Acts',
    rowHeight: ROW,
    key: (index) => acts[index]?.actId ?? `#${index}`,
    draw: (row, index) => {
      const act = acts[index];
      if (act === undefined) {
        row.replaceChildren();
        return;
      }
      const session = sessions.length > 1 ? `S${sessions.indexOf(act.sessionId) + 1} ` : '';
      row.replaceChildren(
        element(
          'div',
          { class: 'line' },
          status(act.status),
          element('span', { class: 'prompt' }, `${session}${act.prompt}`),
          element('span', { class: 'far soft' }, count(act.stepCount, 'step')),
        ),
        cameTo(act),
      );
      row.title = act.prompt;
    },
    select: (index) => {
      const act = acts[index];
      if (act !== undefined) onAct(act);
    },
  });
  list.element.classList.add('acts');

  return {
    element: element('div', { class: 'run' }, head, none, list.element),
    show: (run, actId) => {
      acts = run?.sessions.flatMap((session) => session.acts) ?? [];
      sessions = run?.sessions.map((session) => session.sessionId) ?? [];
      if (run === undefined) head.replaceChildren();
      else {
        const lasted =
          run.endedAtMs === undefined ? 'running' : duration(run.endedAtMs - run.startedAtMs);
        head.replaceChildren(
          element('h2', {}, run.workflowDefinitionName),
          element(
            'div',
            { class: 'line' },
            status(run.status),
            element(
              'span',
              { class: 'soft' },
              `${dateTime(run.startedAtMs)} · ${lasted} · ${count(run.sessionCount, 'session')} · ${run.modelId} · SDK ${run.clientInfo.sdkVersion ?? 'unknown'}`,
            ),
          ),
          element(
            'div',
            { class: 'line' },
            element('code', { class: 'soft' }, run.workflowRunId),
            element(
              'a',
              { class: 'far', href: exportUrl(run.workflowRunId), download: true },
              'Export',
            ),
          ),
        );
      }
      none.hidden = run === undefined || acts.length > 0;
      none.textContent =
        run?.endedAtMs === undefined
          ? 'No act yet: each is shown here as it begins.'
          : 'This run ended without an act.';
      list.element.hidden = acts.length === 0;
      list.element.style.height = `${Math.min(4, Math.max(1, acts.length)) * ROW + 2}px`;
      list.update(acts.length);
      list.choose(acts.findIndex((act) => act.actId === actId));
    },
  };
}

/** The second line of an act: what it answered, or why it failed. */
function cameTo(act: ActRow): HTMLElement {
  if (act.error !== undefined) return element('div', { class: 'prompt bad' }, act.error.message);
  if (act.answer !== undefined) return element('div', { class: 'prompt answer' }, act.answer);
  const without = act.status === 'SUCCEEDED' ? 'done' : 'no answer';
  return element('div', { class: 'prompt soft' }, act.endedAtMs === undefined ? '…' : without);
}
