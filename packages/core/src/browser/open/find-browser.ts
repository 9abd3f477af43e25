import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config.js';
import { ValidationError } from '../../errors/index.js';
import type { BrowserOptions } from '../browser-options.js';

/** A browser to try, in the words of Playwright's launch options; neither means Playwright's own. */
export interface BrowserChoice {
  executablePath?: string;
  channel?: string;
}

/** Where installers put Chrome, Chromium and Edge. */
const INSTALLED: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge-stable',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['C:\\Program Files', 'C:\\Program Files (x86)'].flatMap((root) => [
    join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ]),
};

/**
 * The browsers to try, in order. One that was named is the only one: explicit options first, then
 * the environment. Otherwise Playwright's own, then what is installed.
 */
export function browserChoices(
  { executablePath, channel }: Pick<BrowserOptions, 'executablePath' | 'channel'>,
  config: Pick<Config, 'browserExecutable' | 'channel'>,
  exists: (path: string) => boolean = existsSync,
  platform: NodeJS.Platform = process.platform,
): BrowserChoice[] {
  if (executablePath !== undefined) return [present('executablePath', executablePath, exists)];
  if (channel !== undefined) return [{ channel }];
  if (config.browserExecutable !== undefined) {
    return [present('NOVA_ACT_BROWSER_EXECUTABLE', config.browserExecutable, exists)];
  }
  if (config.channel !== undefined) return [{ channel: config.channel }];
  const installed = (INSTALLED[platform] ?? []).filter((path) => exists(path));
  return [{}, ...installed.map((path) => ({ executablePath: path }))];
}

function present(field: string, path: string, exists: (path: string) => boolean): BrowserChoice {
  if (exists(path)) return { executablePath: path };
  throw new ValidationError('is not there', {
    field,
    value: path,
    remedy: 'Give the path of a Chrome or Chromium program.',
  });
}

/** No browser at all: what to run, one of which is enough. */
export function noBrowserError(): ValidationError {
  return new ValidationError('names no browser, and none was found on this machine', {
    field: 'executablePath',
    remedy: [
      'Do one of these:',
      'npx playwright install chromium (any system)',
      'sudo apt-get install -y chromium (Debian, Ubuntu)',
      'brew install --cask google-chrome (macOS)',
      'or name one that is there: NOVA_ACT_BROWSER_EXECUTABLE or `executablePath` with its path, or `channel`, as in channel: "chrome" or "msedge".',
    ].join('\n  '),
  });
}
