import {
  type Observations,
  parseObservation,
  type SeenObservation,
  wholeText,
} from '../state/observations.js';
import { onStorage } from '../state/storage-failure.js';
import type { OpenDatabase } from './open-database.js';
import type { PictureFiles } from './picture-files.js';

interface Row {
  step: string;
  text: string;
  placeholder: string | null;
  file: string | null;
}

/**
 * Keeps texts in the database and screenshots as files below `screenshots/`.
 *
 * A file is whole when it has its name: it is written beside it first. A row is kept with its step, and a file is
 * written before its row is kept and removed after that is gone, so what a kill leaves over is at most a file that no
 * row has; these go at the next start.
 */
export function observationsOnDisk(
  { database, file }: Pick<OpenDatabase, 'database' | 'file'>,
  pictures: PictureFiles,
): Observations {
  const insert = database.prepare('insert or replace into observations values (?, ?, ?, ?)');
  const select = database.prepare('select * from observations where step = ?');
  const remove = database.prepare('delete from observations where step = ?');
  const find = (stepId: string) =>
    onStorage(file, 'read', () => select.get(stepId) as Row | undefined);
  onStorage(file, 'written', () => {
    database.exec('delete from observations where step not in (select id from steps)');
    const named = database.prepare('select file from observations where file is not null');
    pictures.sweep(new Set((named.all() as { file: string }[]).map((row) => row.file)));
  });
  return {
    put(stepId, seen) {
      const picture = writePicture(pictures, stepId, seen);
      const takeBack = () => picture && pictures.remove(picture.file);
      try {
        onStorage(file, 'written', () =>
          insert.run(
            stepId,
            picture ? seen.text : wholeText(seen),
            picture?.placeholder ?? null,
            picture?.file ?? null,
          ),
        );
      } catch (error) {
        takeBack();
        throw error;
      }
      return takeBack;
    },
    get(stepId) {
      const row = find(stepId);
      return row && parseObservation(seenIn(row, pictures));
    },
    delete(stepId) {
      const picture = find(stepId)?.file ?? undefined;
      onStorage(file, 'written', () => remove.run(stepId));
      return () => {
        if (picture !== undefined) pictures.remove(picture);
      };
    },
  };
}

function writePicture(
  pictures: PictureFiles,
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
  pictures.write(file, bytes);
  return { placeholder: picture.placeholder, file };
}

function seenIn(row: Row, pictures: PictureFiles): SeenObservation {
  if (row.placeholder === null || row.file === null) return { text: row.text };
  const base64 = Buffer.from(pictures.read(row.file).toString('base64'), 'latin1');
  return { text: row.text, picture: { placeholder: row.placeholder, base64 } };
}
