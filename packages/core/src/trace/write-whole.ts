import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../storage/make-folder.js';

/**
 * Writes a file, and the folders to it. It is there whole or not at all, also when the process dies, and
 * readable for its owner alone.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await makeFolder(dirname(file), 0o700);
  const temporary = `${file}.part`;
  await writeFile(temporary, content, { mode: 0o600 });
  await rename(temporary, file);
}
