import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a package is entered by, named as its compiled files are: what its manifest exports, in both
 * forms, and its command, which is started and never required. `imported` has the same exports, each
 * under what a program imports: `@nova-act/core/runtime`.
 * @param {string} folder
 */
export function entriesOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const imported = Object.entries(manifest.exports).flatMap(([subpath, target]) => {
    const [, name] = /^\.\/dist\/(.*)\.js$/.exec(target.default ?? '') ?? [];
    return name === undefined ? [] : [{ specifier: manifest.name + subpath.slice(1), name }];
  });
  const command = existsSync(join(folder, 'build', 'cli.js')) ? ['cli'] : [];
  return { manifest, imported, exported: imported.map(({ name }) => name), command };
}
