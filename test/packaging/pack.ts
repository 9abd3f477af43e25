import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGES, ROOT } from '../architecture/source-files.js';
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
  const root = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    packageManager: string;
  };
  const pnpm = root.packageManager.split('+')[0] ?? 'pnpm';
  const packed: PackedPackage[] = [];
  for (const folder of PACKAGES) {
    const source = join(ROOT, 'packages', folder);
    const output = await run(
      'npx',
      ['--yes', pnpm, 'pack', '--json', '--pack-destination', into],
      source,
    );
    const { filename, files } = JSON.parse(output.slice(output.indexOf('{'))) as {
      filename: string;
      files: { path: string }[];
    };
    await run('tar', ['-xzf', filename, '-C', into], into);
    // A tarball unpacks to "package": keep the three apart.
    const contents = join(into, 'contents', folder);
    await moveFolder(join(into, 'package'), contents);
    packed.push({
      folder,
      contents,
      tarball: filename,
      files: files.map(({ path }) => path),
      manifest: JSON.parse(readFileSync(join(contents, 'package.json'), 'utf8')) as Manifest,
    });
  }
  return packed;
}

async function moveFolder(from: string, to: string): Promise<void> {
  const { cp, rm } = await import('node:fs/promises');
  await cp(from, to, { recursive: true });
  await rm(from, { recursive: true });
}
