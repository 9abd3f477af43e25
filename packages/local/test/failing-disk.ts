import { observationsOnDisk } from '../src/sqlite/observations-on-disk.js';
import type { Persistence } from '../src/sqlite/open-data-folder.js';
import type { OpenDatabase } from '../src/sqlite/open-database.js';
import { openDatabase } from '../src/sqlite/open-database.js';
import { type Disk, pictureFiles, realDisk } from '../src/sqlite/picture-files.js';
import { sqliteJournal } from '../src/sqlite/sqlite-journal.js';

/** A disk that fails at one moment: the next after so many that go well. */
export interface FailingDisk {
  persistence: Persistence;
  open: OpenDatabase;
  /** Fails after `soMany` further statements and file operations; `ended`: SQLite has ended its transaction by itself. */
  failAfter(soMany: number, code: string, ended: boolean): void;
  /** Whether it has failed since. */
  failed(): boolean;
}

/** The data folder of a service, with a fault that can be put between it and its disk. */
export async function failingDisk(
  folder: string,
  tell: (failure: unknown) => void,
): Promise<FailingDisk> {
  const open = await openDatabase(folder);
  let left = Number.POSITIVE_INFINITY;
  let fault = { code: '', ended: false };
  const mayFail = () => {
    left -= 1;
    if (left !== -1) return;
    if (fault.ended && open.database.inTransaction) open.database.exec('rollback');
    throw Object.assign(new Error('no space left'), { code: fault.code });
  };
  const database = new Proxy(open.database, {
    get(target, name) {
      if (name === 'exec')
        return (sql: string) => {
          if (sql !== 'rollback') mayFail();
          target.exec(sql);
        };
      if (name === 'prepare')
        return (sql: string) => {
          const statement = target.prepare(sql);
          return {
            all: (...values: unknown[]) => statement.all(...values),
            get: (...values: unknown[]) => statement.get(...values),
            run(...values: unknown[]) {
              mayFail();
              return statement.run(...values);
            },
          };
        };
      return Reflect.get(target, name, target);
    },
  });
  const disk: Disk = {
    write(file, bytes) {
      // As much as there is room for.
      realDisk.write(file, bytes.subarray(0, 10));
      mayFail();
      realDisk.write(file, bytes);
    },
    rename(from, to) {
      mayFail();
      realDisk.rename(from, to);
    },
  };
  const failing = { ...open, database };
  return {
    open,
    persistence: {
      journal: sqliteJournal(failing),
      observations: observationsOnDisk(failing, pictureFiles(folder, disk, tell)),
    },
    failAfter(soMany, code, ended) {
      left = soMany;
      fault = { code, ended };
    },
    failed() {
      const has = left < 0;
      left = Number.POSITIVE_INFINITY;
      return has;
    },
  };
}
