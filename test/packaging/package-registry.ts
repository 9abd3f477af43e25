import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { PackedPackage } from './pack.js';
import { run } from './run.js';

export interface PackageRegistry {
  /** What makes npm and npx take packages from here, in caches of their own. */
  readonly env: NodeJS.ProcessEnv;
  stop(): void;
}

/**
 * An npm registry on this machine that has the packed packages; for any other it leads to the one that npm
 * is set to. So `npx nova-act` and `npm install` do here what they do for a user once this is published.
 * @param folder for the cache of what npx installs: a package of this version may be there from before
 */
export async function startPackageRegistry(
  packed: readonly PackedPackage[],
  folder: string,
): Promise<PackageRegistry> {
  const npm = async (...words: string[]) => (await run('npm', words, folder)).trim();
  const [elsewhere, cache] = await Promise.all([
    npm('config', 'get', 'registry'),
    npm('config', 'get', 'cache'),
  ]);
  const server = createServer((request, response) => {
    const [, path = ''] = decodeURIComponent(request.url ?? '').split(/^\/([^?]*).*$/);
    const tarball = packed.find(({ folder: name }) => path === `-/${name}.tgz`);
    if (tarball) return response.end(readFileSync(tarball.tarball));
    const found = packed.find(({ manifest }) => path === manifest.name);
    if (found) return response.end(JSON.stringify(packument(found, addressOf())));
    response.writeHead(307, { location: new URL(request.url?.slice(1) ?? '', elsewhere).href });
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const addressOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  const own = join(folder, 'npm-cache');
  mkdirSync(own);
  // What others have fetched stays of use: it is found by what it contains.
  mkdirSync(join(cache, '_cacache'), { recursive: true });
  symlinkSync(join(cache, '_cacache'), join(own, '_cacache'), 'junction');
  return {
    env: { npm_config_registry: addressOf(), npm_config_cache: own },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function packument({ folder, tarball, manifest }: PackedPackage, address: string) {
  const { name, version } = manifest;
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  const dist = { tarball: `${address}-/${folder}.tgz`, integrity };
  return {
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { ...manifest, dist } },
  };
}
