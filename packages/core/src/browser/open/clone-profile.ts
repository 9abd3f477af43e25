import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ValidationError } from '../../errors/index.js';
import { copyProfile } from '../profile/copy-profile.js';

export interface ProfileCopy {
  directory: string;
  remove(): Promise<void>;
}

/**
 * A copy of a Chrome user data directory, of all its profiles or of one, that a session may change and throws
 * away.
 */
export async function cloneProfile(userDataDir: string, profile?: string): Promise<ProfileCopy> {
  const directory = await mkdtemp(join(tmpdir(), 'nova-act-profile-'));
  // A browser that is just ending may still write: a few tries.
  const remove = () => rm(directory, { recursive: true, force: true, maxRetries: 5 });
  try {
    await copyProfile(userDataDir, directory, profile);
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
