import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser',
];

/** Where installers put Chrome and Chromium when they put them into no PATH. */
const APPLICATIONS = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
    ]),
  linux: ['/opt/google/chrome/chrome', '/snap/bin/chromium'],
};

/** Executables to try, best first; only such as exist. */
export function candidates(playwrightOwn) {
  const asked = process.env.NOVA_ACT_BROWSER_EXECUTABLE;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => COMMANDS.map((command) => ({ folder, command })))
    .sort((a, b) => COMMANDS.indexOf(a.command) - COMMANDS.indexOf(b.command))
    .map(({ folder, command }) =>
      join(folder, process.platform === 'win32' ? `${command}.exe` : command),
    );
  const known = [playwrightOwn, ...onPath, ...(APPLICATIONS[process.platform] ?? [])];
  const found = known.filter((path) => path && existsSync(path));
  // One that was asked for is tried even when it is missing, so that the message can say so.
  return [...new Set(asked ? [asked, ...found] : found)];
}
