import type { ActRow, RunDetail } from './api-types.js';
import { element } from './element.js';
import { count, dateTime, duration } from './format.js';
import { status } from './status.js';
import { virtualList } from './virtual-list.js';

export interface RunView {
  element: HTMLElement;
  show(run: RunDetail | undefined, actId: string | undefined): void;
}

/** A run's head and its acts, by session, in the order they were made. */
export function runView(onAct: (act: ActRow) => void): RunView {
  const head = element('div', { class: 'run-head' });
  let acts: ActRow[] = [];
  let sessions: string[] = [];
  const list = virtualList({
    label: 'Acts',
    rowHeight: 34,
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
          element('span', { class: 'far soft' }, String(act.stepCount)),
        ),
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
    element: element('div', { class: 'run' }, head, list.element),
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
          element('code', { class: 'soft' }, run.workflowRunId),
        );
      }
      list.element.style.height = `${Math.min(5, Math.max(1, acts.length)) * 34 + 2}px`;
      list.update(acts.length);
      list.choose(acts.findIndex((act) => act.actId === actId));
    },
  };
}
