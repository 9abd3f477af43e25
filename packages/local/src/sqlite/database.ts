/** The part of SQLite that is used here. What it throws has a `code` with SQLite's own name: `SQLITE_FULL`. */
export interface Database {
  /** Not for statements that give rows. */
  exec(sql: string): void;
  prepare(sql: string): Statement;
  /** SQLite has ended a transaction by itself after some failures. */
  readonly inTransaction: boolean;
  close(): void;
}

export interface Statement {
  run(...values: readonly unknown[]): void;
  get(...values: readonly unknown[]): unknown;
  all(...values: readonly unknown[]): unknown[];
}

/** Opens a file, made if it isn't there; waits for `busyMs` where another process is at it. */
export type OpenSqlite = (file: string, busyMs: number) => Database;
