import { constants, type Dirent } from 'node:fs';
import { copyFile, readdir, readlink, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../storage/make-folder.js';

/** Locks of the browser that has the profile open, and what a browser makes or fetches again by itself. */
const LEFT_OUT = new Set([
  'SingletonLock',
  'SingletonCookie',
  'SingletonSocket',
  'lockfile',
  'DevToolsActivePort',
  'Cache',
  'Code Cache',
  'GPUCache',
  'DawnGraphiteCache',
  'DawnWebGPUCache',
  'ShaderCache',
  'GrShaderCache',
  'GraphiteDawnCache',
  'GPUPersistentCache',
  'Crashpad',
  'Crash Reports',
  'BrowserMetrics',
  'component_crx_cache',
  'extensions_crx_cache',
  'Safe Browsing',
  'optimization_guide_model_store',
  // A language model of some gigabytes.
  'OptGuideOnDeviceModel',
  'OptGuideOnDeviceClassifierModel',
  // Of versions before the browser's last update.
  'Snapshots',
]);

/** A directory with this in it is one of a profile: its settings. */
const OF_A_PROFILE = 'Preferences';

/**
 * Copies a user data directory of Chrome's. With `profile` no other profile's directory goes with it. A
 * browser may have it open: what goes away while it is copied was of no lasting use, and what is neither a
 * file, a directory nor a link is left out.
 */
export async function copyProfile(from: string, to: string, profile?: string): Promise<void> {
  const others = profile === undefined ? [] : await otherProfiles(from, profile);
  await copyDirectory(from, to, new Set([...LEFT_OUT, ...others]));
}

async function otherProfiles(from: string, profile: string): Promise<string[]> {
  const entries = await readdir(from, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== profile);
  const isProfile = await Promise.all(
    folders.map(async ({ name }) => (await namesIn(join(from, name))).includes(OF_A_PROFILE)),
  );
  return folders.filter((_, at) => isProfile[at]).map(({ name }) => name);
}

async function copyDirectory(from: string, to: string, leftOut: ReadonlySet<string>) {
  await makeFolder(to);
  const entries = await readdir(from, { withFileTypes: true });
  for (const entry of entries) {
    if (leftOut.has(entry.name)) continue;
    await unlessGone(() => copyEntry(entry, join(from, entry.name), join(to, entry.name)));
  }
}

async function copyEntry(entry: Dirent, from: string, to: string): Promise<void> {
  if (entry.isDirectory()) await copyDirectory(from, to, LEFT_OUT);
  else if (entry.isSymbolicLink()) await symlink(await readlink(from), to);
  // Where the file system can, the copy shares its blocks until one of them is written.
  else if (entry.isFile()) await copyFile(from, to, constants.COPYFILE_FICLONE);
}

async function unlessGone(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch {
    return []; // One that cannot be read is none to know by its settings; copying it says so.
  }
}
