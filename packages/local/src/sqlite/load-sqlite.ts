import { StorageError } from '../state/storage-error.js';
import type { OpenSqlite } from './database.js';
import { libsql } from './libsql.js';
import { nodeSqlite } from './node-sqlite.js';

/**
 * Node's own SQLite, else the package `libsql`. Only when it is needed: a service that keeps nothing runs without
 * either. @throws StorageError when there is neither.
 */
export async function loadSqlite(
  directory: string,
  own: () => OpenSqlite | undefined = nodeSqlite,
  installed: () => Promise<OpenSqlite> = libsql,
): Promise<OpenSqlite> {
  const found = own();
  if (found) return found;
  try {
    return await installed();
  } catch (cause) {
    const missing = (cause as { code?: unknown }).code;
    const isMissing = missing === 'ERR_MODULE_NOT_FOUND' || missing === 'MODULE_NOT_FOUND';
    throw new StorageError(
      `The data folder ${directory} needs SQLite, which Node ${process.versions.node} does not have. ${
        isMissing
          ? 'Install it beside this package: npm install libsql. Or use'
          : `The package libsql is there and can't be loaded on ${process.platform} ${process.arch}. Use`
      } Node 22.13 or newer, which has it, or leave the folder out to keep everything in memory.`,
      directory,
      { cause },
    );
  }
}
