import { actView } from './act-view.js';
import { LoginNeeded, readAct, readRun } from './api.js';
import type { Change, RunDetail } from './api-types.js';
import { compareView } from './compare-view.js';
import { button, element } from './element.js';
import { firstShown } from './first-shown.js';
import { helpDialog } from './help.js';
import { gathered, listen } from './live.js';
import { loginView } from './login-view.js';
import { paneSwitch } from './pane-switch.js';
import { rerunView } from './rerun-view.js';
import { type Route, readRoute, writeRoute } from './route.js';
import { runList } from './run-list.js';
import { runView } from './run-view.js';
import { stepStore } from './step-store.js';
import { welcome } from './welcome.js';

const message = element('p', { class: 'message', role: 'alert', hidden: true });
const live = element('span', { class: 'live', role: 'status' });
const marked = element('span', { class: 'marked soft', role: 'status' });
const help = helpDialog();
const main = element('main', { id: 'main' });

let route: Route = readRoute(location.hash);
let run: RunDetail | undefined;
let compareWith: string | undefined;
let comparing = '';
let closeRerun: () => void = () => undefined;
/** While nobody has chosen a run, the newest is shown. */
let followsNewest = route.runId === undefined;

function report(error: unknown): void {
  if (error instanceof LoginNeeded) {
    askForKey();
    return;
  }
  message.hidden = false;
  message.textContent = error instanceof Error ? error.message : String(error);
}

const runs = runList((chosen) => {
  followsNewest = false;
  panes.show('run');
  if (compareWith !== undefined && compareWith !== chosen.workflowRunId) {
    go({ runId: compareWith, compareId: chosen.workflowRunId });
    mark(undefined);
  } else go({ runId: chosen.workflowRunId });
}, report);
const acts = runView((act) => {
  followsNewest = false;
  go({ runId: act.workflowRunId, actId: act.actId });
});
const act = actView(
  (stepId) => {
    followsNewest = false;
    panes.show('step');
    route = { ...route, stepId };
    history.replaceState(null, '', writeRoute(route));
  },
  (stepId) => {
    followsNewest = false;
    go({ ...route, stepId, rerunId: stepId });
  },
  report,
);

const middle = element(
  'section',
  { class: 'middle', 'aria-label': 'Run' },
  acts.element,
  act.element,
);
const panes = paneSwitch(runs.element, middle, act.detail);
const start = welcome();
const compareButton = button('Compare', () => markCurrent(), {
  class: 'wide',
  title: 'Mark this run, then choose another (c)',
});

function go(to: Route): void {
  route = to;
  history.pushState(null, '', writeRoute(to));
  show().catch(report);
}

function mark(runId: string | undefined): void {
  compareWith = runId;
  marked.textContent =
    runId === undefined ? '' : `Choose a run to compare with ${runId.slice(0, 8)}…`;
}

function markCurrent(): void {
  mark(compareWith === undefined ? route.runId : undefined);
}

async function show(): Promise<void> {
  message.hidden = true;
  const isAside = route.compareId !== undefined || route.rerunId !== undefined;
  panes.buttons.hidden = runs.isEmpty() || isAside;
  compareButton.hidden = runs.isEmpty() || isAside;
  if (runs.isEmpty()) {
    run = undefined;
    main.replaceChildren(start);
    return;
  }
  const newest = runs.newest()?.workflowRunId;
  if (followsNewest && newest !== undefined) route = { runId: newest };
  runs.choose(route.runId);
  if (route.runId === undefined) {
    main.replaceChildren(panes.element);
    return showNoRun();
  }
  closeRerun();
  if (route.compareId !== undefined) return showComparison(route.runId, route.compareId);
  comparing = '';
  if (route.actId !== undefined && route.rerunId !== undefined)
    return showRerun(route.actId, route.rerunId);
  if (panes.element.parentElement !== main) main.replaceChildren(panes.element);
  const wanted = route.runId;
  // What is shown of another run goes at once: a click on it would be taken for one on this run.
  if (run?.workflowRunId !== wanted) await showNoRun();
  run = await readRun(wanted);
  if (route.runId !== wanted) return;
  const all = run.sessions.flatMap((session) => session.acts);
  const chosen = all.find((one) => one.actId === route.actId) ?? firstShown(all);
  acts.show(run, chosen?.actId);
  if (chosen !== undefined) route = { ...route, actId: chosen.actId };
  await act.show(chosen, route.stepId);
}

function showNoRun(): Promise<void> {
  run = undefined;
  acts.show(undefined, undefined);
  return act.show(undefined, undefined);
}

async function showComparison(runId: string, compareId: string): Promise<void> {
  const wanted = `${runId}/${compareId}`;
  comparing = wanted;
  const [left, right] = await Promise.all([readRun(runId), readRun(compareId)]);
  if (comparing === wanted)
    main.replaceChildren(compareView(left, right, () => go({ runId }), report));
}

async function showRerun(actId: string, stepId: string): Promise<void> {
  run = undefined;
  const store = stepStore(actId);
  const [asked] = await Promise.all([readAct(actId), store.refresh(() => undefined)]);
  store.close();
  if (route.actId !== actId || route.rerunId !== stepId) return;
  const view = rerunView(asked, store.rows, stepId, leaveRerun, report);
  closeRerun = view.close;
  main.replaceChildren(view.element);
  view.focus();
}

function leaveRerun(): void {
  const { rerunId: _, ...step } = route;
  go(step);
}

const refreshRuns = gathered(async () => {
  await runs.refresh();
  const isNew = followsNewest && runs.newest()?.workflowRunId !== route.runId;
  if (isNew || start.isConnected) await show();
}, report);
const refreshRun = gathered(async () => {
  if (route.runId === undefined || route.compareId !== undefined || run === undefined) return;
  const wanted = route.runId;
  const fresh = await readRun(wanted);
  if (route.runId !== wanted || route.compareId !== undefined) return;
  run = fresh;
  const all = run.sessions.flatMap((session) => session.acts);
  const newest = all.at(-1);
  const current = all.find((one) => one.actId === route.actId);
  acts.show(run, current?.actId);
  // A run that is watched from its start opens its first act; later ones are opened by hand.
  if (current === undefined && newest !== undefined) {
    route = { ...route, actId: newest.actId };
    await act.show(newest, undefined);
  } else if (current !== undefined) await act.refresh(current);
}, report);

function onChanges(changes: Change[]): void {
  if (changes.some((change) => change.kind !== 'definition')) refreshRuns();
  if (
    changes.some((change) => change.workflowRunId === route.runId || change.actId === route.actId)
  )
    refreshRun();
}

function onKey(event: KeyboardEvent): void {
  const typing =
    event.target instanceof HTMLInputElement ||
    event.target instanceof HTMLSelectElement ||
    event.target instanceof HTMLTextAreaElement;
  if (event.key === 'Escape') {
    if (typing && event.target instanceof HTMLElement) event.target.blur();
    else if (compareWith !== undefined) mark(undefined);
    else if (route.rerunId !== undefined) leaveRerun();
    else if (route.compareId !== undefined && route.runId !== undefined) go({ runId: route.runId });
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (route.rerunId !== undefined && event.key !== '?') return;
  if (event.key === '/') runs.focusSearch();
  else if (event.key === '[') act.move(-1);
  else if (event.key === ']') act.move(1);
  else if (event.key === 'c') markCurrent();
  else if (event.key === 'e') act.enlarge();
  else if (event.key === 'r') act.rerun();
  else if (event.key === '?') help.showModal();
  else return;
  event.preventDefault();
}

let stopListening: (() => void) | undefined;

async function open(): Promise<void> {
  await runs.refresh();
  await show();
  stopListening?.();
  stopListening = listen(
    onChanges,
    () => {
      refreshRuns();
      refreshRun();
    },
    (on) => {
      live.textContent = on ? '● live' : '○ not connected';
      live.classList.toggle('on', on);
    },
  );
}

function askForKey(): void {
  stopListening?.();
  panes.buttons.hidden = true;
  compareButton.hidden = true;
  main.replaceChildren(loginView(() => open().catch(report)));
}

document.body.append(
  element(
    'header',
    { class: 'bar' },
    element('h1', {}, element('a', { href: '#' }, 'Nova Act, local')),
    live,
    marked,
    panes.buttons,
    element('span', { class: 'far' }),
    compareButton,
    button('Keys (?)', () => help.showModal(), { class: 'wide' }),
    element('a', { href: 'gym/' }, 'Gym'),
  ),
  message,
  main,
  help,
);
window.addEventListener('popstate', () => {
  route = readRoute(location.hash);
  followsNewest = route.runId === undefined;
  show().catch(report);
});
window.addEventListener('hashchange', () => {
  const now = readRoute(location.hash);
  if (writeRoute(now) === writeRoute(route)) return;
  route = now;
  followsNewest = route.runId === undefined;
  show().catch(report);
});
document.addEventListener('keydown', onKey);
open().catch(report);
