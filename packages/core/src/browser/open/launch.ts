import type { Browser, BrowserContext, BrowserContextOptions, LaunchOptions } from 'playwright';
import type { Config } from '../../config.js';
import type { BrowserOptions } from '../browser-options.js';
import type { Size } from '../screen.js';
import { type BrowserChoice, browserChoices, noBrowserError } from './find-browser.js';
import { loadChromium } from './load-playwright.js';
import { isHeadless } from './window.js';

export type LaunchChoice = Pick<
  BrowserOptions,
  'headless' | 'channel' | 'executablePath' | 'browserArgs' | 'proxy'
>;

/** Launches the first browser that is there. */
export async function launchBrowser(choice: LaunchChoice, config: Config): Promise<Browser> {
  const chromium = await loadChromium();
  return firstPresent(browserChoices(choice, config), (browser) =>
    chromium.launch({ ...launchOptions(choice, config), ...browser }),
  );
}

/** Launches it on a profile directory, with the one context that a profile has. */
export async function launchOnProfile(
  userDataDir: string,
  choice: LaunchChoice,
  context: BrowserContextOptions,
  config: Config,
): Promise<BrowserContext> {
  const chromium = await loadChromium();
  return firstPresent(browserChoices(choice, config), (browser) =>
    chromium.launchPersistentContext(userDataDir, {
      ...launchOptions(choice, config),
      ...context,
      ...browser,
    }),
  );
}

function launchOptions(choice: LaunchChoice, config: Config): LaunchOptions {
  return {
    headless: isHeadless(choice, config),
    args: [...config.browserArgs, ...(choice.browserArgs ?? [])],
    // The process is the user's: Playwright would otherwise end it on a signal.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
}

/** What a new context is made with. */
export function contextOptions(
  options: BrowserOptions,
  viewport: Size,
  userAgent: string | undefined,
): BrowserContextOptions {
  const { proxy, recordVideo, ignoreHttpsErrors } = options;
  return {
    viewport,
    screen: { width: viewport.width, height: options.screen?.height ?? 900 },
    ...(userAgent === undefined ? {} : { userAgent }),
    ...(proxy ? { proxy } : {}),
    ...(ignoreHttpsErrors === undefined ? {} : { ignoreHTTPSErrors: ignoreHttpsErrors }),
    ...(recordVideo
      ? {
          recordVideo: {
            dir: recordVideo.directory,
            size: recordVideo.size ?? viewport,
          },
        }
      : {}),
  };
}

// Not `Executable doesn't exist at …/ffmpeg`, which a video needs.
const MISSING = /Executable doesn't exist at (?!.*ffmpeg)|is not found at|ENOENT/;

async function firstPresent<T>(
  choices: readonly BrowserChoice[],
  open: (choice: BrowserChoice) => Promise<T>,
): Promise<T> {
  for (const choice of choices) {
    try {
      return await open(choice);
    } catch (error) {
      // Only Playwright's own is tried without knowing whether it is installed.
      const own = choice.executablePath === undefined && choice.channel === undefined;
      if (!own || !(error instanceof Error) || !MISSING.test(error.message)) throw error;
    }
  }
  throw noBrowserError();
}
