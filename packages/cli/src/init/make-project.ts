import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
 * @param templates where the layers of templates lie
 * @throws UsageError
 */
export function makeProject({ directory, name, template }: Project, templates: URL): string[] {
  demandEmpty(directory);
  const files = new Map<string, string>();
  for (const layer of template.layers) {
    const folder = join(fileURLToPath(templates), layer);
    for (const path of filesBelow(folder)) files.set(path, join(folder, path));
  }
  const written: string[] = [];
  for (const [path, source] of files) {
    const target = nameOf(path);
    const text = readFileSync(source, 'utf8').replaceAll(PLACEHOLDER, name);
    try {
      mkdirSync(dirname(join(directory, target)), { recursive: true });
      // Whoever writes into it at the same time keeps what is theirs.
      writeFileSync(join(directory, target), text, { flag: 'wx' });
    } catch (error) {
      throw cannotWrite(join(directory, target), error);
    }
    written.push(target);
  }
  return written.sort();
}

/** Such as a folder of somebody else, a full disk, a path through a file. */
function cannotWrite(path: string, cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === undefined) return cause;
  return new UsageError(`${path} cannot be written (${code}). Name another folder`, { cause });
}

/** @throws UsageError */
function demandEmpty(directory: string): void {
  if (!existsSync(directory)) return;
  if (!statSync(directory).isDirectory()) throw new UsageError(`${directory} is no folder`);
  const [first] = readdirSync(directory).filter((name) => !NO_MATTER.has(name));
  if (first === undefined) return;
  throw new UsageError(
    `${directory} is not empty: it has ${first}. Name another folder, which may be a new one`,
  );
}

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(folder, path)).isFile());

/** npm reads files with a dot for itself: in the package they have an underscore there. */
const nameOf = (path: string) => (path.startsWith('_') ? `.${path.slice(1)}` : path);
