import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder } from '@nova-act/core/runtime';
import { UsageError } from '../arguments/usage-error.js';
import { PLACEHOLDER } from './project-name.js';
import type { Template } from './templates.js';

export interface Project {
  readonly directory: string;
  readonly name: string;
  readonly template: Template;
}

/** What a folder may hold that counts as empty. */
const NO_MATTER = new Set(['.git', '.DS_Store']);

/**
 * Writes the files of a project into an empty folder, which is made where there is none; gives their names.
 * It is there whole, or not at all.
 * @param templates where the layers of templates lie
 * @throws UsageError
 */
export async function makeProject(
  { directory, name, template }: Project,
  templates: URL,
): Promise<string[]> {
  demandEmpty(directory);
  const files = new Map<string, string>();
  for (const layer of template.layers) {
    const folder = join(fileURLToPath(templates), layer);
    for (const path of filesBelow(folder)) {
      const text = readFileSync(join(folder, path), 'utf8').replaceAll(PLACEHOLDER, name);
      files.set(nameOf(path), text);
    }
  }
  const folders: string[] = [];
  const written: string[] = [];
  for (const [target, text] of files) {
    const place = join(directory, target);
    try {
      folders.push(...(await makeFolder(dirname(place))));
      // Whoever writes into it at the same time keeps what is theirs.
      await writeFile(place, text, { flag: 'wx' }).catch(async (error) => {
        // A full disk has it in part.
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(place, { force: true });
        throw error;
      });
    } catch (error) {
      await takeBack(directory, written, folders);
      throw cannotWrite(place, error);
    }
    written.push(target);
  }
  return written.sort();
}

/** Folders that hold something of somebody else's stay. */
async function takeBack(directory: string, written: readonly string[], folders: readonly string[]) {
  for (const target of written) await rm(join(directory, target), { force: true });
  for (const folder of [...folders].reverse()) await rmdir(folder).catch(() => undefined);
}

/** Such as a folder of somebody else, a full disk, a path through a file. */
function cannotWrite(path: string, cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === undefined) return cause;
  return new UsageError(`${path} cannot be written (${code}). Name another folder`, { cause });
}

/** @throws UsageError */
function demandEmpty(directory: string): void {
  const names = namesIn(directory).filter((name) => !NO_MATTER.has(name));
  if (names.length === 0) return;
  const remedy = names.includes('package.json')
    ? 'Name a new folder, or add to the project that is there: npm install @nova-act/core @nova-act/workflow playwright'
    : 'Name another folder, which may be a new one';
  throw new UsageError(`${directory} is not empty: it has ${names[0]}. ${remedy}`);
}

/** @throws UsageError for what is no folder, or one that may not be read */
function namesIn(directory: string): string[] {
  if (!existsSync(directory)) return [];
  try {
    return readdirSync(directory);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOTDIR' ? 'is no folder' : `cannot be read (${code})`;
    throw new UsageError(`${directory} ${why}. Name another one`, { cause });
  }
}

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(folder, path)).isFile());

/** npm reads files with a dot for itself: in the package they have an underscore there. */
const nameOf = (path: string) => (path.startsWith('_') ? `.${path.slice(1)}` : path);
