import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { PACKAGES, ROOT } from '../architecture/source-files.js';
import { run } from './run.js';

/** What `pnpm pack --json` says of a package. */
export interface PackEntry {
  name: string;
  filename: string;
  files: { path: string }[];
}

/** The tarballs of all packages, and the folder in which they lie. */
export interface Tarballs {
  folder: string;
  entries: PackEntry[];
}

const KEPT = join(ROOT, '.cache', 'packed');
const REPORT = 'pack.json';

/**
 * The packages as a release would pack them, packed when this state of their files is not yet: most files
 * of these tests begin with them, and packing takes longer than many of the tests.
 */
export async function packedOnce(): Promise<Tarballs> {
  const folder = join(KEPT, stateOfPackages());
  return read(folder) ?? pack(folder);
}

async function pack(folder: string): Promise<Tarballs> {
  mkdirSync(KEPT, { recursive: true });
  const making = mkdtempSync(join(KEPT, 'making-'));
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    packageManager: string;
  };
  const pnpm = packageManager.split('+')[0] ?? 'pnpm';
  const all = ['--recursive', ...PACKAGES.map((name) => `--filter=./packages/${name}`)];
  const args = ['--yes', pnpm, ...all, 'pack', '--json', '--pack-destination', making];
  const output = await run('npx', args, ROOT);
  writeFileSync(join(making, REPORT), output.slice(output.indexOf('[')));
  try {
    renameSync(making, folder);
  } catch (error) {
    // Another worker was as quick, with the same files.
    rmSync(making, { recursive: true });
    if (!read(folder)) throw error;
  }
  for (const other of readdirSync(KEPT)) {
    const isOld = !other.startsWith('making-') && join(KEPT, other) !== folder;
    if (isOld) rmSync(join(KEPT, other), { recursive: true, force: true });
  }
  const packed = read(folder);
  if (!packed) throw new Error(`No packages in ${folder}`);
  return packed;
}

function read(folder: string): Tarballs | undefined {
  try {
    return { folder, entries: JSON.parse(readFileSync(join(folder, REPORT), 'utf8')) };
  } catch {
    // Not packed yet: it is put there as a whole.
    return undefined;
  }
}

/** A hash of all files that could be packed, and of what says which are. */
function stateOfPackages(): string {
  const hash = createHash('sha256');
  const add = (path: string) =>
    hash.update(`\0${relative(ROOT, path)}\0`).update(readFileSync(path));
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'])
    add(join(ROOT, file));
  for (const name of PACKAGES) filesBelow(join(ROOT, 'packages', name)).forEach(add);
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}
