import type { RunRecord } from '../state/records.js';

/** What a list of runs is narrowed to. All conditions hold at once. */
export interface RunQuery {
  /** Words that each occur in a prompt, an id, an error or the definition's name; case does not matter. */
  text?: string;
  status?: string;
  surface?: string;
  definition?: string;
  /** Only runs that took at least so long, in ms; of one that goes on, until now. */
  minMs?: number;
  /** Only runs with a smaller sequence. */
  before?: number;
  /** At most so many. */
  limit: number;
}

/** Newest first, with the `before` of the next page when there is one. */
export function findRuns(
  runs: readonly RunRecord[],
  query: RunQuery,
  nowMs: number,
): { runs: RunRecord[]; next?: number } {
  const words = (query.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const found: RunRecord[] = [];
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const run = runs[at];
    if (!run || !fits(run, query, words, nowMs)) continue;
    const last = found.at(-1);
    if (found.length === query.limit && last) return { runs: found, next: last.sequence };
    found.push(run);
  }
  return { runs: found };
}

function fits(run: RunRecord, query: RunQuery, words: readonly string[], nowMs: number): boolean {
  return (
    (query.before === undefined || run.sequence < query.before) &&
    (query.status === undefined || run.status === query.status) &&
    (query.surface === undefined || run.surface === query.surface) &&
    (query.definition === undefined || run.workflowDefinitionName === query.definition) &&
    (query.minMs === undefined || (run.endedAtMs ?? nowMs) - run.startedAtMs >= query.minMs) &&
    (words.length === 0 || words.every((word) => mentions(run, word)))
  );
}

function mentions(run: RunRecord, word: string): boolean {
  const has = (text: string | undefined) => text?.toLowerCase().includes(word) ?? false;
  return (
    has(run.workflowRunId) ||
    has(run.workflowDefinitionName) ||
    run.sessions.some((session) =>
      session.acts.some(
        (act) =>
          has(act.prompt) || has(act.actId) || has(act.error?.message) || has(act.error?.type),
      ),
    )
  );
}
