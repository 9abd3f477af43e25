import { type RunFilter, readDefinitions, readRuns } from './api.js';
import type { RunRow } from './api-types.js';
import { element } from './element.js';
import { count, duration, time } from './format.js';
import { status, statusWords } from './status.js';
import { virtualList } from './virtual-list.js';

export interface RunList {
  element: HTMLElement;
  /** Reads the newest runs again, keeping what is chosen and where the list stands. */
  refresh(): Promise<void>;
  choose(runId: string | undefined): void;
  focusSearch(): void;
  /** The newest run that the filters leave. */
  newest(): RunRow | undefined;
  /** Whether there is no run at all, filtered or not. */
  isEmpty(): boolean;
}

const statuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT'];
const durations: readonly [ms: string, words: string][] = [
  ['10000', 'Over 10 s'],
  ['60000', 'Over 1 min'],
  ['600000', 'Over 10 min'],
];

/** Runs, newest first, with search and filters that the service answers. */
export function runList(
  onSelect: (run: RunRow) => void,
  onError: (error: unknown) => void,
): RunList {
  let runs: RunRow[] = [];
  let next: number | undefined;
  let loading: AbortController | undefined;
  let chosenId: string | undefined;

  const search = element('input', {
    type: 'search',
    id: 'run-search',
    placeholder: 'Search runs (/)',
    'aria-label': 'Search runs',
  });
  const byStatus = select(
    'Status',
    statuses.map((value) => [value, statusWords(value)]),
    'Any status',
  );
  const bySurface = select(
    'Surface',
    [
      ['aws', 'AWS credentials'],
      ['api-key', 'API key'],
    ],
    'Any surface',
  );
  const byDuration = select('Duration', durations, 'Any duration');
  const byDefinition = select('Workflow definition', [], 'Any workflow');
  byDefinition.hidden = true;
  const empty = element('p', { class: 'empty', hidden: true }, 'No runs match these filters.');
  const list = virtualList({
    label: 'Runs',
    rowHeight: 74,
    key: (index) => runs[index]?.workflowRunId ?? `#${index}`,
    draw: (row, index) => draw(row, runs[index]),
    select: (index) => {
      const run = runs[index];
      if (run === undefined) return;
      chosenId = run.workflowRunId;
      onSelect(run);
    },
    reached: (index) => {
      if (index >= runs.length - 5 && next !== undefined && loading === undefined)
        void more().catch(onError);
    },
  });

  const filter = (): RunFilter => ({
    text: search.value.trim(),
    status: byStatus.value,
    surface: bySurface.value,
    definition: byDefinition.value,
    minMs: byDuration.value,
  });
  const isFiltered = () => Object.values(filter()).some((value) => value !== '');

  async function nameDefinitions(): Promise<void> {
    const { definitions } = await readDefinitions();
    const names = [...new Set(definitions.map(({ name }) => name))].sort();
    const known = [...byDefinition.options].slice(1).map(({ value }) => value);
    byDefinition.hidden = names.length < 2;
    for (const name of names) {
      if (!known.includes(name)) byDefinition.append(element('option', { value: name }, name));
    }
  }

  const shown = () => {
    empty.hidden = runs.length > 0;
    list.update(runs.length);
    list.choose(runs.findIndex((run) => run.workflowRunId === chosenId));
  };

  async function more(): Promise<void> {
    loading = new AbortController();
    try {
      const page = await readRuns(filter(), next, loading.signal);
      runs = [...runs, ...page.runs];
      next = page.next;
    } finally {
      loading = undefined;
    }
    list.update(runs.length);
  }

  async function refresh(): Promise<void> {
    loading?.abort();
    const controller = new AbortController();
    loading = controller;
    try {
      const page = await readRuns(filter(), undefined, controller.signal);
      const oldest = page.runs.at(-1)?.sequence ?? 0;
      // Older pages that were scrolled to stay; a filter that has changed empties them.
      const older = page.next === undefined ? [] : runs.filter((run) => run.sequence < oldest);
      runs = [...page.runs, ...older];
      if (older.length === 0) next = page.next;
    } catch (error) {
      if (controller.signal.aborted) return;
      throw error;
    } finally {
      if (loading === controller) loading = undefined;
    }
    shown();
    const names = new Set([...byDefinition.options].map(({ value }) => value));
    if (runs.some((run) => !names.has(run.workflowDefinitionName))) await nameDefinitions();
  }

  let typing: number | undefined;
  const filtered = () => {
    runs = [];
    refresh().catch(onError);
  };
  search.addEventListener('input', () => {
    window.clearTimeout(typing);
    typing = window.setTimeout(filtered, 150);
  });
  const selects = [byStatus, byDuration, bySurface, byDefinition];
  for (const one of selects) one.addEventListener('change', filtered);

  return {
    element: element(
      'section',
      { class: 'runs', 'aria-label': 'Runs' },
      element('div', { class: 'filters' }, search, ...selects),
      empty,
      list.element,
    ),
    refresh,
    choose: (runId) => {
      chosenId = runId;
      list.choose(runs.findIndex((run) => run.workflowRunId === runId));
    },
    focusSearch: () => search.focus(),
    newest: () => runs[0],
    isEmpty: () => runs.length === 0 && !isFiltered(),
  };
}

function draw(row: HTMLElement, run: RunRow | undefined): void {
  if (run === undefined) {
    row.replaceChildren();
    return;
  }
  const lasted =
    run.endedAtMs === undefined ? 'running' : duration(run.endedAtMs - run.startedAtMs);
  row.replaceChildren(
    element(
      'div',
      { class: 'line' },
      status(run.status),
      element('b', {}, run.workflowDefinitionName),
      element('span', { class: 'far' }, time(run.startedAtMs)),
    ),
    element(
      'div',
      { class: 'prompt' },
      run.firstPrompt ?? (run.endedAtMs === undefined ? 'no act yet' : 'no act'),
    ),
    element(
      'div',
      { class: 'soft prompt' },
      `${count(run.actCount, 'act')} · ${count(run.stepCount, 'step')} · ${lasted} · ${run.surface === 'aws' ? 'AWS' : 'API key'}`,
    ),
  );
}

function select(
  label: string,
  values: readonly (readonly [value: string, words: string])[],
  any: string,
): HTMLSelectElement {
  return element(
    'select',
    { 'aria-label': label },
    element('option', { value: '' }, any),
    ...values.map(([value, words]) => element('option', { value }, words)),
  );
}
