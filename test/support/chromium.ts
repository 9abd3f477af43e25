import type { NovaActOptions } from '@nova-act/core';
import type { LaunchOptions } from 'playwright';

/** What the set-up found: a headless shell, as Playwright takes it by itself, or the machine's Chromium. */
export const browserExecutable = process.env.NOVA_ACT_BROWSER_EXECUTABLE ?? '/usr/bin/chromium';

/** The whole browser, with windows. */
export const windowedBrowserExecutable =
  process.env.NOVA_ACT_TEST_WINDOWED_BROWSER ?? browserExecutable;

/** Quiet: no traffic but the tests' own. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How the tests open a browser by themselves. */
export const launchOptions: LaunchOptions = {
  executablePath: browserExecutable,
  args: BROWSER_ARGS,
};

/** How the tests have a session open one: without a window. */
export function chromium(): NovaActOptions {
  return { headless: true, executablePath: browserExecutable, browserArgs: [...BROWSER_ARGS] };
}

/** The same for a program that is configured by its environment. */
export function chromiumEnv(...moreArgs: string[]) {
  return {
    NOVA_ACT_HEADLESS: '1',
    NOVA_ACT_BROWSER_EXECUTABLE: browserExecutable,
    NOVA_ACT_BROWSER_ARGS: [...BROWSER_ARGS, ...moreArgs].join(' '),
  };
}
