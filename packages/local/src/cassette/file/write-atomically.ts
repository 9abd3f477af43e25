import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { storageFailure } from '../../state/storage-failure.js';

/**
 * Writes a file so that readers find the old content or the new, never a part of it. Readable by the owner alone: what
 * a page showed is nobody else's business.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    await writeFile(temporary, content, { mode: 0o600, flush: true });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw storageFailure(error, path, 'written');
  }
}

/** What a kill in the middle of `writeAtomically` leaves over: never read, and not missed. */
export function isLeftOver(name: string): boolean {
  return /^(?:act-\d+-[0-9a-f]{8}\b.*|index\.json)\.[0-9a-f]{8}\.tmp$/.test(name);
}
