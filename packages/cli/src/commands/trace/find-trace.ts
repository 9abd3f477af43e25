import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { NotFoundError } from '../../failure/not-found-error.js';

/**
 * The HTML file of a trace: itself, or that of an act below a folder of traces, whose name ends in the
 * act's id.
 * @throws NotFoundError
 */
export function findTrace(wanted: string, folder: string, cwd: string): string {
  const file = resolve(cwd, wanted);
  if (existsSync(file) && statSync(file).isFile()) return file;
  const directory = resolve(cwd, folder);
  const found = htmlFilesBelow(directory).filter((path) => isOfAct(path, wanted));
  const [first] = found;
  if (first !== undefined) return first;
  throw new NotFoundError(
    `There is no file ${wanted}, and below ${directory} no trace of an act of that id`,
    'nova-act act and get write traces with --logs DIR; name that folder with --logs here too.',
  );
}

function htmlFilesBelow(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => join(directory, path));
}

/** Its name ends in the id, and the JSON beside it, which is small where the pictures are not in it, says so. */
function isOfAct(path: string, actId: string): boolean {
  if (!basename(path, '.html').endsWith(`-${actId}`)) return false;
  try {
    const trace = JSON.parse(readFileSync(jsonBeside(path), 'utf8')) as {
      actId?: unknown;
    };
    return trace.actId === actId;
  } catch {
    // Moved away from its JSON, it is still the trace of that name.
    return true;
  }
}

/** The JSON beside the HTML of a trace: what it tells, for programs. */
export const jsonBeside = (file: string): string => file.replace(/\.html$/, '.json');
