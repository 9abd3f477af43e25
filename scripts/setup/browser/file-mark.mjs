import { statSync } from 'node:fs';

/** Changes when the file does; undefined where there is none. */
export function fileMark(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && `${stat.size}:${stat.mtimeMs}`;
}
