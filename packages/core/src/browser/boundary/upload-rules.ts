import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { ValidationError } from '../../errors/index.js';
import { fits } from './wildcard.js';

/** Tells whether a file, whose links have all been followed, is one that the rule names. */
type UploadRule = (realPath: string) => Promise<boolean>;

/**
 * Reads `security.allowedFileUploadPaths`: a file; a directory, with or without `/*`, and all below it;
 * names in a directory (`./outbox/*.pdf`); `*` for every file.
 * @throws ValidationError that names the pattern, for one that would not work as it reads
 */
export function uploadRules(patterns: readonly string[]): readonly UploadRule[] {
  return patterns.map((pattern, at) =>
    uploadRule(pattern, `security.allowedFileUploadPaths[${at}]`),
  );
}

function uploadRule(pattern: string, field: string): UploadRule {
  const fault = (problem: string, remedy: string) =>
    new ValidationError(problem, { field, value: pattern, remedy });
  if (/^~|^\$|^%\w+%/.test(pattern)) {
    throw fault('is not expanded as a shell would', 'Write the path out, as with os.homedir().');
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(pattern)) {
    throw fault('is a URL', 'Give a path, as with fileURLToPath().');
  }
  if (pattern.includes('\0')) throw fault('holds a NUL character', 'Give a path.');
  if (pattern === '*' || pattern === '**') return async () => true;
  const directory = /^(.*)[/\\]\*{1,2}$/s.exec(pattern)?.[1];
  const path = directory === undefined ? pattern : directory || sep;
  const name = basename(path);
  if (dirname(path).includes('*') || (directory !== undefined && name.includes('*'))) {
    throw fault(
      'has a * before its last part',
      "A * may stand only there: '/directory/*' is all below it, '/directory/*.pdf' names in it.",
    );
  }
  if (/[?[\]{}]/.test(path) && !existsSync(path)) {
    throw fault('reads as a pattern, and no such file is there', 'Only * stands for other text.');
  }
  if (name.includes('*')) {
    return async (file) =>
      (await realPathOf(dirname(path))) === dirname(file) &&
      fits(name.split(/\*+/), basename(file));
  }
  return async (file) => {
    const root = await realPathOf(path);
    return root !== undefined && holds(root, file);
  };
}

/** The path with all its links followed; undefined for what is not there. */
export async function realPathOf(path: string): Promise<string | undefined> {
  try {
    return await realpath(resolve(path));
  } catch {
    return undefined; // It is not there.
  }
}

function holds(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
