import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from '../files/make-folder.js';

const ours = ['nova-act.db', 'lock.db', 'keys.json'];

/**
 * Makes a data folder that this user alone can look into, also of one that was open before. A folder that holds other
 * things as well is somebody's own, and keeps its mode. Throws an Error that names the folder when it can't be.
 */
export function privateFolder(directory: string): void {
  const folder = resolve(directory);
  try {
    makeFolder(folder);
    const names = readdirSync(folder);
    // One that is read-only stays so: somebody wanted that.
    if (names.length === 0 || names.some((name) => ours.includes(name)))
      chmodSync(folder, statSync(folder).mode & 0o700);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${folder} can't be a data folder: ${why}. Choose a folder that can be written.`,
      {
        cause: error,
      },
    );
  }
}

/** A file that this user alone can read, made empty if it isn't there. */
export function privateFile(directory: string, name: string): string {
  const file = join(directory, name);
  try {
    writeFileSync(file, '', { mode: 0o600, flag: 'a' });
    chmodSync(file, 0o600);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} can't be written: ${why}. Use another folder.`, { cause: error });
  }
  return file;
}
