import { writeFileSync } from 'node:fs';
import { ensureBrowser } from './browser/ensure-browser.mjs';
import { ensureShell } from './browser/ensure-shell.mjs';
import { buildPackages } from './build-packages.mjs';
import { installPackages } from './install-packages.mjs';
import { withLock } from './lock.mjs';
import { LOG } from './places.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * Makes this clone ready to run. Gives the browser found and the environment in which programs of
 * this project find it. With `build: 'later'` compiling is left to the caller; with `shell` that is a
 * headless shell, where there is one, and the whole browser is for tests that need windows.
 */
export async function setUp({ build = 'now', shell = false } = {}) {
  return withLock(async () => {
    writeFileSync(LOG, '');
    await installPackages();
    if (build === 'now') await buildPackages();
    const browser = await ensureBrowser();
    const headless = shell ? await ensureShell() : undefined;
    const env = {
      ...process.env,
      NOVA_ACT_BROWSER_EXECUTABLE: (headless ?? browser).executable,
      ...(headless ? { NOVA_ACT_TEST_WINDOWED_BROWSER: browser.executable } : {}),
    };
    return { browser, env };
  });
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
