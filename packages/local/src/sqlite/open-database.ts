import { StorageError } from '../state/storage-error.js';
import { codeOf, storageFailure } from '../state/storage-failure.js';
import type { Database, OpenSqlite } from './database.js';
import { loadSqlite } from './load-sqlite.js';
import { privateFile, privateFolder } from './private-folder.js';

export interface OpenDatabase {
  database: Database;
  file: string;
  /** Frees the folder too. */
  close: () => void;
}

/** Grows when the tables change; a folder of a newer one is refused. */
const formatVersion = 1;

/** A person who looks into the file with another program holds it for no longer. */
const BUSY_MS = 5_000;

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
  const openSqlite = await loadSqlite(directory);
  privateFolder(directory);
  const unlock = lockFolder(openSqlite, directory);
  // What SQLite puts beside a file has the mode of the file.
  const file = privateFile(directory, 'nova-act.db');
  const database = openSqlite(file, BUSY_MS);
  const close = () => {
    database.close();
    unlock();
  };
  try {
    database.prepare('pragma journal_mode = wal').get();
    database.exec('pragma synchronous = normal');
    database.exec('begin');
    migrate(database, file);
    database.exec('commit');
    return { database, file, close };
  } catch (error) {
    close();
    throw isSqlite(error, 'SQLITE_NOTADB', 'SQLITE_CORRUPT')
      ? new StorageError(`${file} is no database, or is damaged. Use another folder.`, file, {
          cause: error,
        })
      : storageFailure(error, file, 'written');
  }
}

/**
 * Keeps other services away until the function given back is called or the process ends, however it ends.
 *
 * An open transaction on a file of its own: the operating system lets go of it with the process, which no file with a
 * process id in it does, and the journal's own connection would hold a lock beyond its closing, until its statements
 * are collected.
 */
function lockFolder(openSqlite: OpenSqlite, directory: string): () => void {
  const file = privateFile(directory, 'lock.db');
  const lock = openSqlite(file, 0);
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (isSqlite(error, 'SQLITE_BUSY', 'SQLITE_LOCKED'))
      throw new Error(
        `${directory} is in use by another process. Stop it, or use another folder.`,
        { cause: error },
      );
    if (isSqlite(error, 'SQLITE_NOTADB', 'SQLITE_CORRUPT'))
      throw new StorageError(`${file} is damaged. It holds nothing: delete it.`, file, {
        cause: error,
      });
    throw storageFailure(error, file, 'written');
  }
  return () => {
    lock.exec('rollback');
    lock.close();
  };
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
  return codes.some((code) => codeOf(error)?.startsWith(code));
}
