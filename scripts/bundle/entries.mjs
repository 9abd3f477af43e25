import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a package is entered by, named as its compiled files are: what its manifest exports, in both
 * forms, and its command, which is started and never required.
 * @param {string} folder
 */
export function entriesOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const exported = Object.values(manifest.exports)
    .map((target) => /^\.\/dist\/(.*)\.js$/.exec(target.default ?? '')?.[1])
    .filter((name) => name !== undefined);
  const command = existsSync(join(folder, 'build', 'cli.js')) ? ['cli'] : [];
  return { manifest, exported, command };
}
