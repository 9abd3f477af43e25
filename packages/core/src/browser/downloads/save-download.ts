import { randomUUID } from 'node:crypto';
import { constants, copyFile, link, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Download } from 'playwright';
import { numberedName, safeFileName } from './safe-file-name.js';

/** So many of one name, and the directory is full of them. */
const MAX_NUMBER = 10_000;

/**
 * Saves it when it has come, under a name that was free. It is under another one until it is whole, so that
 * nobody finds a half of it.
 * @throws what Playwright or the file system say
 */
export async function saveDownload(
  download: Download,
  directory: string,
): Promise<{ path: string; sizeBytes: number }> {
  const part = join(directory, `.${randomUUID()}.part`);
  try {
    await download.saveAs(part);
    const { size } = await stat(part);
    const path = await placeAs(part, directory, safeFileName(download.suggestedFilename()));
    return { path, sizeBytes: size };
  } finally {
    await rm(part, { force: true });
  }
}

async function placeAs(part: string, directory: string, name: string): Promise<string> {
  for (let number = 0; number <= MAX_NUMBER; number++) {
    const path = join(directory, numberedName(name, number));
    try {
      await placeNew(part, path);
      return path;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
  throw new Error(`There are ${MAX_NUMBER} files of the name ${JSON.stringify(name)} already`);
}

/** Neither replaces a file that came to be in the meantime, in this process or in another. */
async function placeNew(part: string, path: string): Promise<void> {
  try {
    await link(part, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // A file system without links.
    await copyFile(part, path, constants.COPYFILE_EXCL);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
