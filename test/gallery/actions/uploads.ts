import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let made: Promise<string> | undefined;

async function make(): Promise<string> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'gallery-')));
  for (const name of ['one.txt', 'two.txt']) await writeFile(join(directory, name), name);
  return directory;
}

/** Two small files that the pages of the gallery may be given. */
export const uploads = {
  directory(): Promise<string> {
    made ??= make();
    return made;
  },
  async path(name: string): Promise<string> {
    return join(await uploads.directory(), name);
  },
  async remove(): Promise<void> {
    if (made) await rm(await made, { recursive: true });
  },
};
