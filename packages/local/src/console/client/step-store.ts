import { readSteps } from './api.js';
import type { ResultRow, StepRow } from './api-types.js';

const pageSize = 2000;

export interface StepStore {
  /** UUID of the act, given by `CreateAct`. */
  readonly actId: string;
  readonly rows: readonly StepRow[];
  /** Loads what is new since the last time; calls back after each page that brought some. */
  refresh(changed: () => void): Promise<void>;
  close(): void;
}

/** The steps of an act, oldest first, loaded a page at a time. The last known one is read again: it may have been superseded. */
export function stepStore(actId: string): StepStore {
  const rows: StepRow[] = [];
  const abort = new AbortController();
  let running: Promise<void> | undefined;
  let again = false;

  const load = async (changed: () => void): Promise<void> => {
    let from: number | undefined = Math.max(0, rows.length - 1);
    while (from !== undefined) {
      const page: { steps: StepRow[]; next?: number } = await readSteps(
        actId,
        from,
        pageSize,
        abort.signal,
      );
      rows.splice(from, rows.length - from, ...page.steps);
      if (page.steps.length > 0) changed();
      from = page.next;
    }
  };

  return {
    actId,
    rows,
    refresh: async (changed) => {
      if (running !== undefined) {
        again = true;
        return running;
      }
      running = (async () => {
        do {
          again = false;
          await load(changed);
        } while (again);
      })();
      try {
        await running;
      } catch (error) {
        if (!abort.signal.aborted) throw error;
      } finally {
        running = undefined;
      }
    },
    close: () => abort.abort(),
  };
}

/** What the client said of a step's calls: it says so with the step after. */
export function resultsOf(rows: readonly StepRow[], index: number): readonly ResultRow[] {
  return rows[index + 1]?.results ?? [];
}

/** How long the model took over a step, and the client after it. */
export function timesOf(
  rows: readonly StepRow[],
  index: number,
  actEndedAtMs?: number,
): { modelMs: number; clientMs: number } {
  const row = rows[index];
  if (row === undefined) return { modelMs: 0, clientMs: 0 };
  const until = rows[index + 1]?.startedAtMs ?? actEndedAtMs ?? row.endedAtMs;
  return {
    modelMs: Math.max(0, row.endedAtMs - row.startedAtMs),
    clientMs: Math.max(0, until - row.endedAtMs),
  };
}
