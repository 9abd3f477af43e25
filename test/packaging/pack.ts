import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PACKAGES, ROOT } from '../architecture/source-files.js';
import { type PackEntry, packedOnce, type Tarballs } from './packed-once.js';
import { run } from './run.js';

export interface Manifest {
  name: string;
  version: string;
  exports: Record<string, string | { import: { types: string }; require: { default: string } }>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

export interface PackedPackage {
  /** The folder below packages/. */
  folder: string;
  /** The unpacked content, as an installer would see it. */
  contents: string;
  tarball: string;
  files: string[];
  manifest: Manifest;
}

/** The declarations of an export; of a file that is no code there are none. */
export const typesOf = (target: Manifest['exports'][string] | undefined): string | undefined =>
  typeof target === 'object' ? target.import.types : undefined;

/** A temporary folder; call `remove` when done. */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'nova-act-packaging-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Packs every package with the pnpm that the project pins, as a release would. */
export async function packAll(into: string): Promise<PackedPackage[]> {
  const tarballs = await packedOnce();
  return Promise.all(
    PACKAGES.map(async (folder) => {
      const manifest = readManifest(join(ROOT, 'packages', folder));
      const { filename, files } = entryOf(tarballs, manifest.name);
      const tarball = join(into, basename(filename));
      await cp(filename, tarball);
      const contents = join(into, 'contents', folder);
      await mkdir(contents, { recursive: true });
      // All of a tarball lies in its "package".
      await run('tar', ['-xzf', tarball, '-C', contents, '--strip-components=1'], into);
      const paths = files.map(({ path }) => path);
      return { folder, contents, tarball, files: paths, manifest: readManifest(contents) };
    }),
  );
}

const readManifest = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

function entryOf({ folder, entries }: Tarballs, name: string): PackEntry {
  const entry = entries.find((each) => each.name === name);
  if (!entry) throw new Error(`${name} was not packed`);
  return { ...entry, filename: join(folder, basename(entry.filename)) };
}
