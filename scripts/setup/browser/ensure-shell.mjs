import { join } from 'node:path';
import { ROOT } from '../places.mjs';
import { clearStamp, keyOf, readStamp, writeStamp } from '../stamp.mjs';
import { fileMark } from './file-mark.mjs';
import { huntBrowser } from './hunt.mjs';
import { shellInstallers } from './install-browser.mjs';
import { shells } from './shells.mjs';
import { playwrightOwnPath, tryBrowser } from './try-browser.mjs';

/**
 * Chromium's headless shell, for the tests: what Playwright launches by itself where no window is asked for,
 * and a third of the work for each page. Undefined where a browser was named, or none can be had; that is
 * remembered for a day.
 */
export async function ensureShell() {
  const { NOVA_ACT_BROWSER_EXECUTABLE, NOVA_ACT_BROWSER_ARGS, PLAYWRIGHT_BROWSERS_PATH } =
    process.env;
  if (NOVA_ACT_BROWSER_EXECUTABLE) return undefined;
  const key = keyOf(
    [NOVA_ACT_BROWSER_ARGS, PLAYWRIGHT_BROWSERS_PATH],
    [join(ROOT, 'node_modules', 'playwright', 'package.json')],
  );
  const today = new Date().toDateString();
  const known = readStamp('shell');
  if (known?.key === key && known.file && known.file === fileMark(known.executable)) return known;
  if (known?.key === key && known.missingOn === today) return undefined;
  clearStamp('shell');

  const own = await playwrightOwnPath();
  const { found } = await huntBrowser({
    list: () => shells(own),
    attempt: tryBrowser,
    installers: shellInstallers,
    report: (text) => console.log(`setup: headless shell: ${text}`),
  });
  if (!found) {
    console.log('setup: no headless shell; the tests take the whole browser, and twice as long');
    writeStamp('shell', { key, missingOn: today });
    return undefined;
  }
  console.log(`setup: headless shell ${found.executable} (${found.version})`);
  const stamp = { key, file: fileMark(found.executable), ...found };
  writeStamp('shell', stamp);
  return stamp;
}
