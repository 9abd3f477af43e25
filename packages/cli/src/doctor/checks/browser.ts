import { type SharedBrowser, sharedBrowser } from '@nova-act/core';
import { type Check, ok } from '../check.js';

/** A start takes a second or two; on a cold, busy machine more. */
const START_MS = 30_000;

/** Opens the browser that a session would open, and closes it again. */
export const browserCheck = (
  shared: () => SharedBrowser = () => sharedBrowser({ headless: true }),
): Check => ({
  name: 'browser',
  deadlineMs: START_MS,
  async look(signal) {
    const opening = shared().acquire();
    // One that opens after the deadline is closed all the same.
    const closeLate = () => void opening.then(({ release }) => release()).catch(() => {});
    signal.addEventListener('abort', closeLate, { once: true });
    const { browser, release } = await opening;
    const version = browser.version();
    const name = browser.browserType().name();
    signal.removeEventListener('abort', closeLate);
    await release();
    return ok(`${name} ${version} opens and closes`, { name, version });
  },
});
