import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The packages that are published, each behind those that it depends on: an installation from the registry
 * finds what it needs at any moment of a release.
 */
export function publicPackages(root) {
  const all = readdirSync(join(root, 'packages'))
    .sort()
    .filter((folder) => existsSync(join(root, 'packages', folder, 'package.json')))
    .map((folder) => {
      const path = join(root, 'packages', folder);
      const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
      return { folder, path, manifest, name: manifest.name };
    })
    .filter(({ manifest }) => !manifest.private);
  const ordered = new Set();
  const add = (one, behind) => {
    if (behind.includes(one)) {
      throw new Error(`Packages need each other: ${behind.map(({ name }) => name).join(' → ')}`);
    }
    for (const other of all) {
      if (other.name in { ...one.manifest.dependencies, ...one.manifest.peerDependencies }) {
        add(other, [...behind, one]);
      }
    }
    ordered.add(one);
  };
  for (const one of all) add(one, []);
  return [...ordered];
}
