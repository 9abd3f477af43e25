import type { Journal, SavedState, TokenRecord } from '../state/journal.js';
import type {
  ActRecord,
  DefinitionRecord,
  RunRecord,
  SessionRecord,
  StepRecord,
} from '../state/records.js';
import type { Database, OpenDatabase } from './open-database.js';

/** Writes each record as a row, under its id. */
export function sqliteJournal({ database, close }: OpenDatabase): Journal {
  const write = (sql: string) => {
    const statement = database.prepare(sql);
    return (...values: string[]) => void statement.run(...values);
  };
  const definition = write('insert or replace into definitions values (?, ?, ?)');
  const run = write('insert or replace into runs values (?, ?)');
  const session = write('insert or replace into sessions values (?, ?, ?)');
  const act = write('insert or replace into acts values (?, ?, ?)');
  const step = write(
    'insert into steps (id, act, run, record) values (?, ?, ?, ?) on conflict (id) do update set record = excluded.record',
  );
  const token = write('insert or replace into tokens values (?, ?, ?, ?)');
  const forgetDefinition = write('delete from definitions where surface = ? and name = ?');
  const forgetRun = ['steps', 'acts', 'sessions'].map((table) =>
    write(`delete from ${table} where run = ?`),
  );
  const forgetRunItself = write('delete from runs where id = ?');
  return {
    load: () => load(database),
    definition: (record) => definition(record.surface, record.name, JSON.stringify(record)),
    run({ sessions: _, ...record }) {
      run(record.workflowRunId, JSON.stringify(record));
    },
    session({ acts: _, ...record }) {
      session(record.sessionId, record.workflowRunId, JSON.stringify(record));
    },
    act({ steps: _, ...record }) {
      act(record.actId, record.workflowRunId, JSON.stringify(record));
    },
    step(record, { workflowRunId }) {
      step(record.stepId, record.actId, workflowRunId, JSON.stringify(record));
    },
    token: (record) =>
      token(record.surface, record.operation, record.token, JSON.stringify(record)),
    forgetDefinition: ({ surface, name }) => forgetDefinition(surface, name),
    forgetRun: ({ workflowRunId }) =>
      database.transaction(() => {
        for (const forget of forgetRun) forget(workflowRunId);
        forgetRunItself(workflowRunId);
      })(),
    close,
  };
}

function load(database: Database): SavedState {
  const read = <T>(sql: string) =>
    (database.prepare(sql).all() as { record: string }[]).map(
      ({ record }) => JSON.parse(record) as T,
    );
  const bySequence = (a: { sequence: number }, b: { sequence: number }) => a.sequence - b.sequence;
  const steps = read<StepRecord>('select record from steps order by position');
  const acts = read<Omit<ActRecord, 'steps'>>('select record from acts');
  const sessions = read<Omit<SessionRecord, 'acts'>>('select record from sessions');
  const runs = read<Omit<RunRecord, 'sessions'>>('select record from runs');
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
    definitions: read<DefinitionRecord>('select record from definitions').sort(bySequence),
    runs: runs.sort(bySequence).map(whole),
    tokens: read<TokenRecord>('select record from tokens'),
  };
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
