import type { BrowserContext, BrowserContextOptions, LaunchOptions } from 'playwright';
import type { Config } from '../../config.js';
import type { BrowserOptions, ProxyOptions } from '../browser-options.js';
import type { Size } from '../screen.js';
import { type BrowserChoice, browserChoices, noBrowserError } from './find-browser.js';
import { type LaunchedBrowser, launchedBrowser } from './launched-browser.js';
import { loadChromium } from './load-playwright.js';
import type { Sizing } from './session-page.js';
import { isHeadless } from './window.js';

export type LaunchChoice = Pick<
  BrowserOptions,
  'headless' | 'channel' | 'executablePath' | 'browserArgs' | 'proxy' | 'systemKeychain'
>;

/** Playwright's, with which a browser reads nothing that the system's keychain has the key of. */
const OWN_KEYS = ['--password-store=basic', '--use-mock-keychain'];

/** Launches the first browser that is there. */
export async function launchBrowser(
  choice: LaunchChoice,
  windowSize: Size,
  config: Config,
): Promise<LaunchedBrowser> {
  const chromium = await loadChromium();
  const browser = await firstPresent(browserChoices(choice, config), (browser) =>
    chromium.launch({ ...launchOptions(choice, windowSize, config), ...browser }),
  );
  return launchedBrowser(browser);
}

/** Launches it on a profile directory, with the one context that a profile has. */
export async function launchOnProfile(
  userDataDir: string,
  choice: LaunchChoice,
  windowSize: Size,
  context: BrowserContextOptions,
  config: Config,
): Promise<BrowserContext> {
  const chromium = await loadChromium();
  return firstPresent(browserChoices(choice, config), (browser) =>
    chromium.launchPersistentContext(userDataDir, {
      ...launchOptions(choice, windowSize, config),
      ...context,
      ...browser,
    }),
  );
}

function launchOptions(
  choice: LaunchChoice,
  { width, height }: Size,
  config: Config,
): LaunchOptions {
  return {
    headless: isHeadless(choice, config),
    // As the model's other client has it: a page looks and behaves as in a person's browser.
    args: [
      `--window-size=${width},${height}`,
      '--disable-blink-features=AutomationControlled',
      ...config.browserArgs,
      ...(choice.browserArgs ?? []),
    ],
    ignoreDefaultArgs: [
      '--enable-automation',
      '--hide-scrollbars',
      ...(choice.systemKeychain ? OWN_KEYS : []),
    ],
    // The process is the user's: Playwright would otherwise end it on a signal.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
}

/** What a new context is made with. */
export function contextOptions(
  options: BrowserOptions,
  sizing: Sizing,
  viewport: Size,
  userAgent: string | undefined,
): BrowserContextOptions {
  const { proxy, recordVideo, ignoreHttpsErrors, locale, timezone } = options;
  return {
    ...sizing,
    ...(userAgent === undefined ? {} : { userAgent }),
    ...(locale === undefined ? {} : { locale }),
    ...(timezone === undefined ? {} : { timezoneId: timezone }),
    ...(proxy ? { proxy: definedOf(proxy) } : {}),
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

/** Without the members that are undefined, which Playwright takes for values. */
function definedOf({ server, username, password, bypass }: ProxyOptions): PlaywrightProxy {
  return {
    server,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(bypass === undefined ? {} : { bypass }),
  };
}
type PlaywrightProxy = NonNullable<BrowserContextOptions['proxy']>;

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
