import type { Journal } from '../state/journal.js';
import { onStorage } from '../state/storage-failure.js';
import type { OpenDatabase } from './open-database.js';
import { readState } from './read-state.js';

/** Writes each record as a row, under its id. */
export function sqliteJournal({ database, file, close }: OpenDatabase): Journal {
  const write = (sql: string) => {
    const statement = database.prepare(sql);
    return (...values: string[]) => onStorage(file, 'written', () => void statement.run(...values));
  };
  // After some failures SQLite has ended the transaction by itself.
  const rollBack = () => {
    if (database.inTransaction) database.exec('rollback');
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
    load: () => onStorage(file, 'read', () => readState(database, file)),
    begin: () =>
      onStorage(file, 'written', () => {
        // One that could not be rolled back when it failed.
        rollBack();
        database.exec('begin');
      }),
    commit: () => onStorage(file, 'written', () => database.exec('commit')),
    rollBack() {
      try {
        rollBack();
      } catch {
        // Without its commit it counts for nothing; the next `begin` tries again.
      }
    },
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
    forgetRun({ workflowRunId }) {
      for (const forget of forgetRun) forget(workflowRunId);
      forgetRunItself(workflowRunId);
    },
    close,
  };
}
