import { resolve } from 'node:path';
import type { Journal } from '../state/journal.js';
import type { Observations } from '../state/observations.js';
import { observationsOnDisk } from './observations-on-disk.js';
import { openDatabase } from './open-database.js';
import { sqliteJournal } from './sqlite-journal.js';

/** Where a service keeps what it knows. */
export interface Persistence {
  journal: Journal;
  observations: Observations;
}

/** Opens the data folder of a service that remembers. Rejects when it is in use, damaged, or can't be written. */
export async function openDataFolder(directory: string): Promise<Persistence> {
  const folder = resolve(directory);
  const open = await openDatabase(folder);
  return {
    journal: sqliteJournal(open),
    observations: observationsOnDisk(open.database, folder),
  };
}
