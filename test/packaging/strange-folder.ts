import { cpSync, existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../architecture/source-files.js';
import type { PackedPackage } from './pack.js';

/**
 * A user's project with the packed packages in it and without network: each package gets the
 * dependencies that its own manifest names and no others, from what this workspace has installed; an
 * optional one only if it is among `extra`, what the user's project has besides.
 * A dependency that is used but not declared is therefore missing here, as it may be for a user.
 */
export function strangeFolder(path: string, packed: PackedPackage[], extra: string[]): string {
  const store = join(path, 'store');
  const placed = new Map<string, string>();
  for (const { contents, manifest, folder } of packed) {
    const home = join(store, folder, 'node_modules', manifest.name);
    cpSync(contents, home, { recursive: true });
    placed.set(manifest.name, home);
  }
  for (const { manifest, folder } of packed) {
    const modules = join(store, folder, 'node_modules');
    const optional = Object.entries(manifest.peerDependenciesMeta ?? {})
      .filter(([, meta]) => meta.optional)
      .map(([name]) => name);
    const wanted = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    const isThere = (name: string) => !optional.includes(name) || extra.includes(name);
    for (const dependency of wanted.filter(isThere)) {
      const target = placed.get(dependency) ?? installed(dependency, join('packages', folder));
      link(target, join(modules, dependency));
    }
  }
  const app = join(path, 'app');
  for (const [name, home] of placed) link(home, join(app, 'node_modules', name));
  for (const name of extra) link(installed(name, '.'), join(app, 'node_modules', name));
  writeFileSync(join(app, 'package.json'), '{ "name": "app", "type": "module" }\n');
  return app;
}

function installed(name: string, workspaceFolder: string): string {
  const place = join(ROOT, workspaceFolder, 'node_modules', name);
  if (!existsSync(place)) throw new Error(`${name} is not installed in ${workspaceFolder}`);
  return realpathSync(place);
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  // A junction needs no rights on Windows; elsewhere the word means nothing.
  symlinkSync(target, path, 'junction');
}
