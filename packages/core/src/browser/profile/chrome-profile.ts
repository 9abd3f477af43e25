import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ValidationError } from '../../errors/index.js';
import { type KnownOptions, knownOptions } from '../../options/known-options.js';
import { refuseUnknown } from '../../options/refuse-unknown.js';
import { CHANNELS, userDataDirectories } from './user-data-directories.js';

/** Where your Chrome's profile is looked for. */
export interface ChromeProfileOptions {
  /** Whose profile: `chrome`, the default, `chrome-beta`, `chrome-dev`, `chrome-canary`, `chromium`, `msedge`. */
  channel?: string | undefined;
  /** The browser's user data directory, where it is not the one that it has by default. */
  userDataDir?: string | undefined;
}

/** Options of a session that starts from a profile of yours; see `chromeProfile`. */
export interface ChromeProfile {
  /** The browser that the profile is of. */
  readonly channel?: string | undefined;
  /** The browser's user data directory, of which a copy is used. */
  readonly userDataDir: string;
  /** The folder of the profile in the copy, such as `Default`. */
  readonly profileDirectory: string;
  /** True: cookies are read with the key that Chrome keeps in the keychain of the system. */
  readonly systemKeychain: true;
}

const CHROME_PROFILE_OPTIONS: KnownOptions = knownOptions<ChromeProfileOptions>('chromeProfile()', {
  channel: true,
  userDataDir: true,
});

/**
 * A profile of the Chrome on this machine, with its sign-ins, extensions and settings, as options for a
 * session: `NovaAct.start({ ...chromeProfile('Default'), startingPage })`. The session works on a copy, which
 * is deleted when it stops: the profile itself is only read, and your Chrome may stay open, though what it has
 * not written yet is not in the copy. `cloneUserDataDir: false` beside it would work on the profile itself,
 * which Chrome does not allow for its own directory.
 *
 * `name` is the profile's directory, `Default` or `Profile 1`, or the name that Chrome shows for it. The
 * browser is that Chrome (`channel`), for another one could not read its cookies: they are encrypted with a
 * key of the system's keychain, for which macOS may ask you.
 * @throws ValidationError where there is no such browser or profile; it names those that there are.
 */
export function chromeProfile(name = 'Default', options: ChromeProfileOptions = {}): ChromeProfile {
  refuseUnknown(options, CHROME_PROFILE_OPTIONS);
  const { channel = 'chrome', userDataDir = userDataOf(channel) } = options;
  if (typeof name !== 'string') {
    throw new ValidationError('is not the name of a profile', {
      field: 'name',
      value: name,
      remedy: "Give its directory, 'Default', or the name that Chrome shows.",
    });
  }
  const profileDirectory = profileIn(userDataDir, name);
  const launched = channel === 'chromium' ? {} : { channel };
  return { ...launched, userDataDir, profileDirectory, systemKeychain: true };
}

function userDataOf(channel: string): string {
  const places = userDataDirectories(channel, process.platform, homedir());
  if (places === undefined) {
    throw new ValidationError('is not a browser whose profiles are known', {
      field: 'channel',
      value: channel,
      remedy: `Use one of ${CHANNELS.join(', ')}, or give userDataDir.`,
    });
  }
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new ValidationError('has no profiles on this machine', {
    field: 'channel',
    value: channel,
    remedy: `Looked for ${places.join(', ')}. Start the browser once, or give userDataDir.`,
  });
}

function profileIn(userDataDir: string, name: string): string {
  const shown = shownNames(userDataDir);
  const isFolder = (folder: string) =>
    !/[\\/]|^\.*$/.test(folder) && existsSync(join(userDataDir, folder));
  if (isFolder(name)) return name;
  const [named] = [...shown].find(([folder, text]) => text === name && isFolder(folder)) ?? [];
  if (named !== undefined) return named;
  const there = [...shown].map(([folder, text]) => `${folder} (${JSON.stringify(text)})`);
  throw new ValidationError('is not a profile of this browser', {
    field: 'name',
    value: name,
    remedy: `In ${userDataDir} there ${there.length > 0 ? `are ${there.join(', ')}` : 'is none'}.`,
  });
}

/** The profiles' directories, with the names that the browser shows for them. */
function shownNames(userDataDir: string): Map<string, string> {
  try {
    const state: unknown = JSON.parse(readFileSync(join(userDataDir, 'Local State'), 'utf8'));
    const { profile } = state as { profile?: { info_cache?: Record<string, { name?: unknown }> } };
    const entries = Object.entries(profile?.info_cache ?? {});
    return new Map(entries.map(([folder, about]) => [folder, String(about?.name ?? folder)]));
  } catch {
    return new Map(); // It was never started, or is of a kind that keeps no list.
  }
}
