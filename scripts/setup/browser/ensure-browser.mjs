import { join } from 'node:path';
import { LOG, ROOT } from '../places.mjs';
import { SetupError } from '../setup-error.mjs';
import { clearStamp, keyOf, readStamp, writeStamp } from '../stamp.mjs';
import { candidates } from './candidates.mjs';
import { fileMark } from './file-mark.mjs';
import { huntBrowser } from './hunt.mjs';
import { installers } from './install-browser.mjs';
import { playwrightOwnPath, tryBrowser } from './try-browser.mjs';

/**
 * The browser to use: the first that starts of NOVA_ACT_BROWSER_EXECUTABLE, Playwright's own and an
 * installed Chrome or Chromium; else one is installed. What was found is remembered for as long as
 * the file and the settings stay the same.
 */
export async function ensureBrowser() {
  const { NOVA_ACT_BROWSER_EXECUTABLE, NOVA_ACT_BROWSER_ARGS, PLAYWRIGHT_BROWSERS_PATH } =
    process.env;
  const key = keyOf(
    [NOVA_ACT_BROWSER_EXECUTABLE, NOVA_ACT_BROWSER_ARGS, PLAYWRIGHT_BROWSERS_PATH, 2],
    [join(ROOT, 'node_modules', 'playwright', 'package.json')],
  );
  const known = readStamp('browser');
  if (known?.key === key && known.file && known.file === fileMark(known.executable)) return known;
  clearStamp('browser');

  const own = await playwrightOwnPath();
  const { found, tried } = await huntBrowser({
    list: () => candidates(own),
    attempt: tryBrowser,
    installers,
    report: (text) => console.log(`setup: ${text}`),
  });
  if (!found) throw new SetupError(explain(tried));

  for (const [name, fault] of tried) console.log(`setup: passed over ${name}: ${fault}`);
  console.log(`setup: browser ${found.executable} (${found.version})`);
  const stamp = { key, file: fileMark(found.executable), ...found };
  writeStamp('browser', stamp);
  return stamp;
}

function explain(tried) {
  const attempts = [...tried].map(([name, fault]) => `  ${name}: ${fault}`);
  return [
    'No Chromium that starts was found, and none could be installed. Choose one:',
    '  npx playwright install chromium              Playwright’s own build',
    '  sudo npx playwright install-deps chromium    the libraries it needs, on Linux',
    '  sudo apt-get install -y chromium             Debian',
    '  brew install --cask google-chrome            macOS',
    '  winget install Google.Chrome                 Windows',
    '  export NOVA_ACT_BROWSER_EXECUTABLE=/path/to/chrome',
    ...(attempts.length > 0 ? ['Tried:', ...attempts] : []),
    `The whole output: ${LOG}`,
  ].join('\n');
}
