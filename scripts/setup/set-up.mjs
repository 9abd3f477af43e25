import { writeFileSync } from 'node:fs';
import { ensureBrowser } from './browser/ensure-browser.mjs';
import { buildPackages } from './build-packages.mjs';
import { installPackages } from './install-packages.mjs';
import { withLock } from './lock.mjs';
import { LOG } from './places.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * Makes this clone ready to run. Gives the browser found and the environment in which programs of
 * this project find it. With `build: 'later'` compiling is left to the caller.
 */
export async function setUp({ build = 'now' } = {}) {
  const browser = await withLock(async () => {
    writeFileSync(LOG, '');
    await installPackages();
    if (build === 'now') await buildPackages();
    return ensureBrowser();
  });
  return { browser, env: { ...process.env, NOVA_ACT_BROWSER_EXECUTABLE: browser.executable } };
}

/** `setUp()` for a command: a fault a person can mend is printed without a stack. */
export async function setUpOrExit(options) {
  try {
    return await setUp(options);
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exit(1);
  }
}
