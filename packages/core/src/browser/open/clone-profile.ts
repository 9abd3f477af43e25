import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ValidationError } from '../../errors/index.js';

/** Locks of the browser that has the profile open, and what a browser makes again by itself. */
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
  'Crashpad',
  'component_crx_cache',
]);

export interface ProfileCopy {
  directory: string;
  remove(): Promise<void>;
}

/** A copy of a Chrome profile directory that a session may change and throws away. */
export async function cloneProfile(userDataDir: string): Promise<ProfileCopy> {
  const directory = await mkdtemp(join(tmpdir(), 'nova-act-profile-'));
  // A browser that is just ending may still write: a few tries.
  const remove = () => rm(directory, { recursive: true, force: true, maxRetries: 5 });
  try {
    await cp(userDataDir, directory, {
      recursive: true,
      filter: (source) => !LEFT_OUT.has(basename(source)),
    });
  } catch (cause) {
    await remove();
    throw new ValidationError(
      'could not be copied',
      {
        field: 'userDataDir',
        value: userDataDir,
        remedy: 'Give a directory that can be read, or set cloneUserDataDir to false.',
      },
      { cause },
    );
  }
  return { directory, remove };
}
