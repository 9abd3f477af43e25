import { resolve } from 'node:path';
import type { Journal } from '../state/journal.js';
import type { Observations } from '../state/observations.js';
import { storageFailure } from '../state/storage-failure.js';
import { observationsOnDisk } from './observations-on-disk.js';
import { openDatabase } from './open-database.js';
import { type Disk, pictureFiles, realDisk } from './picture-files.js';
import { sqliteJournal } from './sqlite-journal.js';

/** Where a service keeps what it knows. */
export interface Persistence {
  journal: Journal;
  observations: Observations;
}

/**
 * Opens the data folder of a service that remembers. Rejects when it is in use, damaged, or can't be written; `tell`
 * hears of a screenshot that can't be read or removed, now and later.
 */
export async function openDataFolder(
  directory: string,
  tell: (failure: unknown) => void,
  disk: Disk = realDisk,
): Promise<Persistence> {
  const folder = resolve(directory);
  const open = await openDatabase(folder);
  try {
    return {
      journal: sqliteJournal(open),
      observations: observationsOnDisk(open, pictureFiles(folder, disk, tell)),
    };
  } catch (error) {
    open.close();
    throw storageFailure(error, open.file, 'read');
  }
}
