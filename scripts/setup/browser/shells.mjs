import { existsSync, readdirSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

const NAMES = ['chrome-headless-shell', 'headless_shell', 'chromium-headless-shell'];

/** Where Debian keeps the program itself; the command in PATH is a script beside which it goes on. */
const DEBIAN = '/usr/lib/chromium/chromium-headless-shell';

/** Chromium’s headless shells that exist, best first: the one that Playwright downloads beside its browser, then installed ones. */
export function shells(playwrightOwn) {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => join(folder, withSuffix(name))));
  return [...besideOf(playwrightOwn), DEBIAN, ...onPath].filter((path) => existsSync(path));
}

/** `…/chromium-1255/chrome-linux64/chrome` has `…/chromium_headless_shell-1255/<platform>/<name>` beside it. */
function besideOf(playwrightOwn) {
  if (!playwrightOwn) return [];
  const folder = dirname(dirname(playwrightOwn));
  const revision = basename(folder).replace(/^chromium-/, '');
  const home = join(dirname(folder), `chromium_headless_shell-${revision}`);
  if (!existsSync(home)) return [];
  return readdirSync(home).flatMap((platform) =>
    NAMES.map((name) => join(home, platform, withSuffix(name))),
  );
}

const withSuffix = (name) => (process.platform === 'win32' ? `${name}.exe` : name);
