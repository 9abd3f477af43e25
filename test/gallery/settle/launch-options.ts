import type { LaunchOptions } from 'playwright';

/** Chromium as the tests start it: no traffic but their own. */
export const launchOptions: LaunchOptions = {
  executablePath: process.env.NOVA_ACT_BROWSER_EXECUTABLE ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
