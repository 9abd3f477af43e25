import type { Browser } from 'playwright';
import { browserError } from '../browser-error.js';
import { cdpError, placeOf } from '../cdp-error.js';
import { claim } from '../claim.js';
import { loadChromium } from '../load-playwright.js';
import type { OpenInput } from '../open-input.js';
import { openWithin } from '../open-within.js';
import type { Endpoint } from './check-endpoint.js';

export interface Connected {
  readonly browser: Browser;
  /** As it may be shown: `wss://host`. */
  readonly place: string;
  /** Closes the connection, and no browser. */
  disconnect(): Promise<void>;
}

/**
 * Connects to a running browser, within 30 s, and opens in it what is to be there. Where that fails it is
 * disconnected from again. No message has the address or the headers.
 */
export async function connect<T>(
  endpoint: Endpoint,
  input: Pick<OpenInput, 'signal' | 'late' | 'clock'>,
  open: (connected: Connected) => Promise<T>,
): Promise<T> {
  const { signal, late } = input;
  const { url, headers } = endpoint;
  const chromium = await loadChromium();
  const connecting = chromium.connectOverCDP(url, { headers: { ...headers } }).catch((error) => {
    throw cdpError(error, url);
  });
  // For a browser connected to over CDP, close() only disconnects.
  const browser = await claim(connecting, (opened) => opened.close(), signal, late);
  const disconnect = () => browser.close();
  try {
    return await openWithin(
      () => open({ browser, place: placeOf(url), disconnect }),
      disconnect,
      input,
    );
  } catch (error) {
    if (signal.aborted) throw error;
    throw browserError(error, [url, ...Object.values(headers)]);
  }
}
