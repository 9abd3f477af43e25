import { posix, win32 } from 'node:path';

/** Where each keeps its profiles, below the system's place for them: macOS, Windows, Linux. */
const PLACES: Readonly<
  Record<string, readonly [mac: string, windows: string, linux: readonly string[]]>
> = {
  chrome: ['Google/Chrome', 'Google/Chrome', ['.config/google-chrome']],
  'chrome-beta': ['Google/Chrome Beta', 'Google/Chrome Beta', ['.config/google-chrome-beta']],
  'chrome-dev': ['Google/Chrome Dev', 'Google/Chrome Dev', ['.config/google-chrome-unstable']],
  'chrome-canary': ['Google/Chrome Canary', 'Google/Chrome SxS', ['.config/google-chrome-canary']],
  chromium: ['Chromium', 'Chromium', ['.config/chromium', 'snap/chromium/common/chromium']],
  msedge: ['Microsoft Edge', 'Microsoft/Edge', ['.config/microsoft-edge']],
};

export const CHANNELS = Object.keys(PLACES);

/**
 * Where a browser keeps its profiles by default, the likeliest first; undefined for one that is not known.
 * https://chromium.googlesource.com/chromium/src/+/main/docs/user_data_dir.md
 */
export function userDataDirectories(
  channel: string,
  platform: NodeJS.Platform,
  home: string,
): string[] | undefined {
  const known = Object.hasOwn(PLACES, channel) ? PLACES[channel] : undefined;
  if (known === undefined) return undefined;
  const [mac, windows, linux] = known;
  if (platform === 'darwin') return [posix.join(home, 'Library', 'Application Support', mac)];
  if (platform === 'win32') return [win32.join(home, 'AppData', 'Local', windows, 'User Data')];
  return linux.map((place) => posix.join(home, place));
}
