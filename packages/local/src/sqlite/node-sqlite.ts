import type { Database, OpenSqlite } from './database.js';

/** What `node:sqlite` has, of which the types of the oldest Node know nothing. */
interface NodeSqlite {
  DatabaseSync: new (
    file: string,
  ) => Omit<Database, 'inTransaction'> & {
    /** From Node 22.16 on. */
    isTransaction?: boolean;
  };
}

/** By the lowest byte of SQLite's result. */
const CODES = new Map(
  Object.entries({
    SQLITE_PERM: 3,
    SQLITE_BUSY: 5,
    SQLITE_LOCKED: 6,
    SQLITE_READONLY: 8,
    SQLITE_IOERR: 10,
    SQLITE_CORRUPT: 11,
    SQLITE_FULL: 13,
    SQLITE_CANTOPEN: 14,
    SQLITE_NOTADB: 26,
  }).map(([name, value]) => [value, name]),
);

/** Node's own SQLite: from 22.13 on. Undefined where there is none. */
export function nodeSqlite(): OpenSqlite | undefined {
  const module = quietly(() => process.getBuiltinModule?.('node:sqlite')) as NodeSqlite | undefined;
  return module && ((file, busyMs) => open(module, file, busyMs));
}

/** Without Node's warning that this part of it may change, of which only the writer of this can make use. */
function quietly<T>(work: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}

function open({ DatabaseSync }: NodeSqlite, file: string, busyMs: number): Database {
  const database = named(() => new DatabaseSync(file));
  named(() => database.prepare(`pragma busy_timeout = ${busyMs}`).all());
  return {
    exec: (sql) => named(() => database.exec(sql)),
    prepare(sql) {
      const statement = named(() => database.prepare(sql));
      return {
        run: (...values) => void named(() => statement.run(...values)),
        get: (...values) => named(() => statement.get(...values)),
        all: (...values) => named(() => statement.all(...values)),
      };
    },
    get inTransaction() {
      return database.isTransaction ?? cannotBegin(database);
    },
    close: () => named(() => database.close()),
  };
}

function cannotBegin(database: Pick<Database, 'exec'>): boolean {
  try {
    database.exec('begin');
  } catch {
    return true; // There is one already: SQLite has no other reason before the first statement.
  }
  database.exec('rollback');
  return false;
}

/** Node's errors have SQLite's result as a number. */
function named<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')
      Object.assign(error, { code: CODES.get(error.errcode & 0xff) ?? 'SQLITE_ERROR' });
    throw error;
  }
}
