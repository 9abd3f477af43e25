import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../files/make-folder.js';
import { CassetteError } from './cassette-error.js';
import { isLeftOver } from './write-atomically.js';

/** Makes the directory of a cassette, and removes what a kill has left in it. Throws a CassetteError that names it. */
export function prepareFolder(directory: string): void {
  try {
    makeFolder(directory);
    for (const name of readdirSync(directory))
      if (isLeftOver(name)) rmSync(join(directory, name), { force: true });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CassetteError(
      `${directory} can't be the directory of a cassette: ${why}. Choose one that can be written.`,
      { cause },
    );
  }
}
