import type { NovaActOptions } from '@nova-act/core';

const ARGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking ' +
  '--disable-component-update --disable-sync';

/** How the tests open a browser: the machine's Chromium, quiet, without a window. */
export function chromium(): NovaActOptions {
  return {
    headless: true,
    executablePath: process.env.NOVA_ACT_BROWSER_EXECUTABLE ?? '/usr/bin/chromium',
    browserArgs: ARGS.split(' '),
  };
}
