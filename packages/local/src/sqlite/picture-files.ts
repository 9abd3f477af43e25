import { type Dirent, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../files/make-folder.js';
import { codeOf, onStorage, storageFailure } from '../state/storage-failure.js';

/** What is done to a disk, for a test to let it fail. */
export interface Disk {
  write(file: string, bytes: Buffer): void;
  rename(from: string, to: string): void;
}

export const realDisk: Disk = {
  write: (file, bytes) => writeFileSync(file, bytes, { mode: 0o600 }),
  rename: renameSync,
};

/** Screenshots below a data folder, by the name that their rows have: `screenshots/ab/ab….png`. */
export interface PictureFiles {
  write(name: string, bytes: Buffer): void;
  /** Empty when somebody has deleted it, or when it can't be read, which is told. */
  read(name: string): Buffer;
  /** Never throws: what is left over goes at the next start. */
  remove(name: string): void;
  /** Removes what a kill has left over: files that were never finished, and those that no row has. */
  sweep(known: ReadonlySet<string>): void;
}

const ours = /^[0-9a-f-]{36}\.(?:jpg|png|webp)(?:\.part)?$/;

export function pictureFiles(
  directory: string,
  disk: Disk,
  tell: (failure: unknown) => void,
): PictureFiles {
  const pathOf = (name: string) => join(directory, ...name.split('/'));
  const removeFile = (file: string) => {
    try {
      rmSync(file, { force: true });
    } catch (error) {
      tell(storageFailure(error, file, 'written'));
    }
  };
  return {
    write(name, bytes) {
      const file = pathOf(name);
      const part = `${file}.part`;
      try {
        onStorage(file, 'written', () => {
          makeFolder(dirname(file));
          disk.write(part, bytes);
          disk.rename(part, file);
        });
      } catch (error) {
        removeFile(part);
        throw error;
      }
    },
    read(name) {
      const file = pathOf(name);
      try {
        return readFileSync(file);
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') tell(storageFailure(error, file, 'read'));
        return Buffer.alloc(0);
      }
    },
    remove: (name) => removeFile(pathOf(name)),
    sweep(known) {
      for (const folder of entriesOf('screenshots'))
        for (const file of folder.isDirectory() ? entriesOf(`screenshots/${folder.name}`) : []) {
          const name = `screenshots/${folder.name}/${file.name}`;
          if (file.isFile() && ours.test(file.name) && !known.has(name)) removeFile(pathOf(name));
        }
    },
  };

  function entriesOf(name: string): Dirent[] {
    try {
      return readdirSync(pathOf(name), { withFileTypes: true });
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') tell(storageFailure(error, pathOf(name), 'read'));
      return [];
    }
  }
}
