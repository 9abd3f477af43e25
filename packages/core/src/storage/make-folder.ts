import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder where there is none, and those above it. Node's own way (`recursive`) does not end where a file
 * system says of a new folder that what it is to be in is not there, as `/proc` does; here that is an error.
 * @param mode of those that are made
 * @returns those that were made, the outermost first
 * @throws the error of the file system, which has a `code`
 */
export async function makeFolder(path: string, mode?: number): Promise<string[]> {
  const folder = resolve(path);
  const first = await make(folder, mode);
  if (first === 'there') return [];
  if (first === 'made') return [folder];
  const above = dirname(folder);
  if (first.code !== 'ENOENT' || above === folder) throw first;
  const made = await makeFolder(above, mode);
  const second = await make(folder, mode);
  if (second === 'there') return made;
  if (second === 'made') return [...made, folder];
  throw second;
}

/** Somebody else may make the same at the same time. */
async function make(path: string, mode: number | undefined) {
  try {
    await mkdir(path, { ...(mode === undefined ? {} : { mode }) });
    return 'made';
  } catch (error) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    return isFolder ? 'there' : (error as NodeJS.ErrnoException);
  }
}
