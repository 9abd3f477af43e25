import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './places.mjs';

/**
 * The compiler leaves the output of a source that has been renamed or deleted, and such a file would
 * be packed and published. Removes what has no source any more.
 */
export function removeStaleOutput() {
  const packages = join(ROOT, 'packages');
  for (const name of readdirSync(packages)) {
    const dist = join(packages, name, 'dist');
    if (!existsSync(dist)) continue;
    for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
      const stem = /^(.*?)(?:\.d\.ts|\.js)(?:\.map)?$/.exec(path)?.[1];
      if (stem === undefined) continue;
      const source = join(packages, name, 'src', stem);
      if (!existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) {
        rmSync(join(dist, path), { force: true });
      }
    }
  }
}
