import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './places.mjs';

const fileOf = (name) => join(CACHE, `${name}.json`);

/** What an earlier run left under `name`, or undefined. A file that is not ours counts as none. */
export function readStamp(name) {
  try {
    return JSON.parse(readFileSync(fileOf(name), 'utf8'));
  } catch {
    // Absent, or cut off by a crash: the work is simply done again.
    return undefined;
  }
}

/** Removed before work begins and written after it, so that an interrupted run leaves no mark. */
export function clearStamp(name) {
  rmSync(fileOf(name), { force: true });
}

export function writeStamp(name, value) {
  const temporary = `${fileOf(name)}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(value));
  renameSync(temporary, fileOf(name));
}

/** One hash for `facts` and the contents of `files`; a missing file is a fact too. */
export function keyOf(facts, files) {
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const file of files) {
    hash.update(`\0${file}\0`).update(existsSync(file) ? readFileSync(file) : 'absent');
  }
  return hash.digest('hex');
}
