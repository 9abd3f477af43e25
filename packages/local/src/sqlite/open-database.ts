import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type Libsql from 'libsql';

export type Database = Libsql.Database;

export interface OpenDatabase {
  database: Database;
  /** Frees the folder too. */
  close: () => void;
}

/** Grows when the tables change; a folder of a newer one is refused. */
const formatVersion = 1;

const tables = `
  create table definitions (surface text, name text, record text not null, primary key (surface, name));
  create table runs (id text primary key, record text not null);
  create table sessions (id text primary key, run text not null, record text not null);
  create table acts (id text primary key, run text not null, record text not null);
  create table steps (
    position integer primary key autoincrement,
    id text unique not null, act text not null, run text not null, record text not null
  );
  create table observations (step text primary key, text text not null, placeholder text, file text);
  create table tokens (
    surface text, operation text, token text, record text not null, primary key (surface, operation, token)
  );
  create index sessions_of_run on sessions (run);
  create index acts_of_run on acts (run);
  create index steps_of_run on steps (run);
`;

/**
 * Opens `nova-act.db` in `directory`, made if it isn't there, for this process alone.
 *
 * Every change is on its way to the disk before the client has its answer: killing the process loses nothing that was
 * answered. A power failure may lose the last moments, but leaves the file whole.
 */
export async function openDatabase(directory: string): Promise<OpenDatabase> {
  mkdirSync(directory, { recursive: true });
  const Sqlite = await loadSqlite();
  const file = join(directory, 'nova-act.db');
  const unlock = lockFolder(Sqlite, directory);
  const database = new Sqlite(file);
  const close = () => {
    database.close();
    unlock();
  };
  try {
    database.pragma('journal_mode = wal');
    database.pragma('synchronous = normal');
    database.transaction(() => migrate(database, file))();
    return { database, close };
  } catch (error) {
    close();
    throw isSqlite(error, 'SQLITE_NOTADB', 'SQLITE_CORRUPT')
      ? new Error(`${file} is no database, or is damaged. Use another folder.`, { cause: error })
      : error;
  }
}

/**
 * Keeps other services away until the function given back is called or the process ends, however it ends.
 *
 * An open transaction on a file of its own: the operating system lets go of it with the process, which no file with a
 * process id in it does, and the journal's own connection would hold a lock beyond its closing, until its statements
 * are collected.
 */
function lockFolder(Sqlite: typeof Libsql, directory: string): () => void {
  const lock = new Sqlite(join(directory, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    throw isSqlite(error, 'SQLITE_BUSY', 'SQLITE_LOCKED')
      ? new Error(`${directory} is in use by another process. Stop it, or use another folder.`, {
          cause: error,
        })
      : error;
  }
  return () => {
    lock.exec('rollback');
    lock.close();
  };
}

/** Only when it is needed: a service that keeps nothing runs on machines that SQLite is not built for. */
async function loadSqlite(): Promise<typeof Libsql> {
  try {
    return (await import('libsql')).default;
  } catch (error) {
    throw new Error(
      `A data folder needs SQLite, which can't be loaded on ${process.platform} ${process.arch}. Leave the folder out to keep everything in memory.`,
      { cause: error },
    );
  }
}

function migrate(database: Database, file: string): void {
  const { user_version: version } = database.prepare('pragma user_version').get() as {
    user_version: number;
  };
  if (version === formatVersion) return;
  if (version !== 0)
    throw new Error(
      `${file} was written by another version of the local service (format ${version}, this one knows ${formatVersion}). Use that version, or another folder.`,
    );
  database.exec(tables);
  database.exec(`pragma user_version = ${formatVersion}`);
}

function isSqlite(error: unknown, ...codes: string[]): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    codes.some((code) => String(error.code).startsWith(code))
  );
}
