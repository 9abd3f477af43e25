import { readConfig } from '../../config.js';
import { type KnownOptions, knownOptions } from '../../options/known-options.js';
import { refuseUnknown } from '../../options/refuse-unknown.js';
import { DEFAULT_WINDOW } from '../screen.js';
import type { OpenBrowser, SharedBrowser } from '../shared-browser.js';
import { browserError } from './browser-error.js';
import { type LaunchChoice, launchBrowser } from './launch.js';
import type { LaunchedBrowser } from './launched-browser.js';
import { windowSizeOf } from './session-page.js';
import { versionOf } from './user-agent.js';

/** Options of the one browser that the sessions share. */
export type SharedBrowserOptions = Omit<LaunchChoice, 'proxy' | 'systemKeychain'>;

const PER_SESSION = 'It is an option of each NovaAct that uses the browser.';
const SHARED_BROWSER_OPTIONS: KnownOptions = knownOptions<SharedBrowserOptions>(
  'sharedBrowser()',
  { headless: true, channel: true, executablePath: true, browserArgs: true },
  {
    chrome_channel: 'Did you mean channel?',
    args: 'Did you mean browserArgs?',
    proxy: PER_SESSION,
    security: PER_SESSION,
    screen: PER_SESSION,
    userAgent: PER_SESSION,
    browserSession: PER_SESSION,
  },
);

interface Shared {
  users: number;
  opening: Promise<OpenBrowser & Pick<LaunchedBrowser, 'close'>>;
}

/** Nothing is launched before a session starts. @throws ValidationError for an unknown option. */
export function sharedBrowser(options: SharedBrowserOptions = {}): SharedBrowser {
  refuseUnknown(options, SHARED_BROWSER_OPTIONS);
  let current: Shared | undefined;
  const open = async () => {
    try {
      const { browser, close } = await launchBrowser(options, DEFAULT_WINDOW, readConfig());
      const { product, userAgent } = await versionOf(browser);
      const windowSize = windowSizeOf(product, DEFAULT_WINDOW);
      return { browser, close, userAgent, ...(windowSize ? { windowSize } : {}) };
    } catch (error) {
      throw browserError(error);
    }
  };
  const leave = async (shared: Shared, signal: AbortSignal | undefined) => {
    shared.users--;
    if (shared.users > 0) return;
    if (current === shared) current = undefined;
    const { close } = await shared.opening;
    await close(signal);
  };
  return {
    async acquire() {
      current ??= { users: 0, opening: open() };
      const shared = current;
      shared.users++;
      try {
        const { browser, userAgent, windowSize } = await shared.opening;
        if (browser.isConnected()) {
          let released: Promise<void> | undefined;
          return {
            browser,
            userAgent,
            ...(windowSize ? { windowSize } : {}),
            release: (signal) => {
              released ??= leave(shared, signal);
              return released;
            },
          };
        }
      } catch (error) {
        shared.users--;
        if (current === shared) current = undefined;
        throw error;
      }
      // It crashed since: those who were in it have their errors, this one gets a new one.
      shared.users--;
      if (current === shared) current = undefined;
      return this.acquire();
    },
  };
}
