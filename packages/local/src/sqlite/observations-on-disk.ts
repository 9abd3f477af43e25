import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type Observations,
  parseObservation,
  type SeenObservation,
  wholeText,
} from '../state/observations.js';
import type { Database } from './open-database.js';

interface Row {
  step: string;
  text: string;
  placeholder: string | null;
  file: string | null;
}

/**
 * Keeps texts in the database and screenshots as files below `screenshots/`.
 *
 * A file is whole when it has its name: it is written beside it first. A row is written after its file, and a step
 * after its row, so what a kill leaves over is at most a file or a row that no step has; these go at the next start.
 */
export function observationsOnDisk(database: Database, directory: string): Observations {
  const insert = database.prepare('insert or replace into observations values (?, ?, ?, ?)');
  const select = database.prepare('select * from observations where step = ?');
  const remove = database.prepare('delete from observations where step = ?');
  const path = (file: string) => join(directory, ...file.split('/'));
  const drop = (row: Row) => {
    remove.run(row.step);
    if (row.file !== null) rmSync(path(row.file), { force: true });
  };
  const orphans = database.prepare(
    'select * from observations where step not in (select id from steps)',
  );
  for (const row of orphans.all() as Row[]) drop(row);
  return {
    put(stepId, seen) {
      const picture = writePicture(path, stepId, seen);
      insert.run(
        stepId,
        picture ? seen.text : wholeText(seen),
        picture?.placeholder ?? null,
        picture?.file ?? null,
      );
    },
    get(stepId) {
      const row = select.get(stepId) as Row | undefined;
      return row && parseObservation(seenIn(row, path));
    },
    delete(stepId) {
      const row = select.get(stepId) as Row | undefined;
      if (row) drop(row);
    },
  };
}

function writePicture(
  path: (file: string) => string,
  stepId: string,
  { text, picture }: SeenObservation,
): { placeholder: string; file: string } | undefined {
  if (!picture) return undefined;
  const head = `data:image/`;
  const at = text.indexOf(`;base64,${picture.placeholder}`);
  const kind = text.slice(text.lastIndexOf(head, at) + head.length, at);
  const base64 = picture.base64.toString('latin1');
  const bytes = Buffer.from(base64, 'base64');
  // Base64 that isn't written the usual way would come back changed: it stays text.
  if (at === -1 || !/^(jpeg|png|webp)$/.test(kind) || bytes.toString('base64') !== base64)
    return undefined;
  const file = `screenshots/${stepId.slice(0, 2)}/${stepId}.${kind === 'jpeg' ? 'jpg' : kind}`;
  mkdirSync(dirname(path(file)), { recursive: true });
  writeFileSync(`${path(file)}.part`, bytes);
  renameSync(`${path(file)}.part`, path(file));
  return { placeholder: picture.placeholder, file };
}

function seenIn(row: Row, path: (file: string) => string): SeenObservation {
  if (row.placeholder === null || row.file === null) return { text: row.text };
  const bytes = readPicture(path(row.file));
  const base64 = Buffer.from(bytes.toString('base64'), 'latin1');
  return { text: row.text, picture: { placeholder: row.placeholder, base64 } };
}

/** Empty when somebody has deleted the file: the rest of the observation is still worth having. */
function readPicture(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return Buffer.alloc(0);
    throw error;
  }
}
