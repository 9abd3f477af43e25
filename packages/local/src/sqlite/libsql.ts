import type { OpenSqlite } from './database.js';

/** The package `libsql`, where it is installed: for a Node without SQLite of its own. */
export async function libsql(): Promise<OpenSqlite> {
  const { default: Libsql } = await import('libsql');
  return (file, timeout) => {
    const database = new Libsql(file, { timeout });
    return {
      exec: (sql) => void database.exec(sql),
      prepare(sql) {
        const statement = database.prepare<unknown[]>(sql);
        return {
          // As a list: a `null` that stands alone is taken for names and values.
          run: (...values) => void statement.run(values),
          get: (...values) => statement.get(values),
          all: (...values) => statement.all(values),
        };
      },
      get inTransaction() {
        return database.inTransaction;
      },
      close: () => void database.close(),
    };
  };
}
