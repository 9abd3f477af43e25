import { isRecord } from '../contract/validate.js';
import type { SavedState, TokenRecord } from '../state/journal.js';
import type {
  ActRecord,
  DefinitionRecord,
  RunRecord,
  SessionRecord,
  StepRecord,
} from '../state/records.js';
import { StorageError } from '../state/storage-error.js';
import type { Database } from './database.js';

type Row = { row: number; record: string };

/** All that is in the tables. A row that holds no record is left where it is, and told of. */
export function readState(database: Database, file: string): SavedState {
  const damages: StorageError[] = [];
  const read = <T extends object>(table: string, ...members: (keyof T & string)[]): T[] =>
    (database.prepare(`select rowid as row, record from ${table} order by rowid`).all() as Row[])
      .map(({ row, record }) => {
        const value = readRecord(record, members);
        if (!value) damages.push(damagedRow(file, table, row));
        return value as T | undefined;
      })
      .filter((value) => value !== undefined);
  const definitions = read<DefinitionRecord>('definitions', 'surface', 'name', 'sequence');
  const runs = read<Omit<RunRecord, 'sessions'>>('runs', 'workflowRunId', 'status', 'updates');
  const sessions = read<Omit<SessionRecord, 'acts'>>('sessions', 'sessionId', 'workflowRunId');
  const acts = read<Omit<ActRecord, 'steps'>>('acts', 'actId', 'sessionId', 'status', 'updates');
  const steps = read<StepRecord>('steps', 'stepId', 'actId', 'results', 'calls');
  const tokens = read<TokenRecord>('tokens', 'surface', 'operation', 'token', 'output');
  const bySequence = (a: { sequence: number }, b: { sequence: number }) => a.sequence - b.sequence;
  const stepsOf = groupBy(steps, ({ actId }) => actId);
  const actsOf = groupBy(acts.sort(bySequence), ({ sessionId }) => sessionId);
  const sessionsOf = groupBy(sessions.sort(bySequence), ({ workflowRunId }) => workflowRunId);
  const whole = (run: Omit<RunRecord, 'sessions'>): RunRecord => ({
    ...run,
    sessions: (sessionsOf.get(run.workflowRunId) ?? []).map((session) => ({
      ...session,
      acts: (actsOf.get(session.sessionId) ?? []).map((act) => ({
        ...act,
        steps: stepsOf.get(act.actId) ?? [],
      })),
    })),
  });
  return {
    definitions: definitions.sort(bySequence),
    runs: runs.sort(bySequence).map(whole),
    tokens,
    damages,
  };
}

/** Undefined when the text is no record with these members. */
function readRecord(text: string, members: readonly string[]): object | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return isRecord(value) && members.every((name) => Object.hasOwn(value, name)) ? value : undefined;
}

function damagedRow(file: string, table: string, row: number): StorageError {
  return new StorageError(
    `${file}: the row ${row} of the table ${table} is damaged. It is left out, with what belongs to it; the rest is there.`,
    file,
  );
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
