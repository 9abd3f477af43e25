import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../places.mjs';
import { runLogged, tail } from '../run-logged.mjs';

const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
const PLAYWRIGHT_CLI = join(ROOT, 'node_modules', 'playwright', 'cli.js');

/** Ways to get a browser, best first. Each gives undefined on success, or its fault in one line. */
export const installers = [
  { name: 'playwright install chromium', run: installPlaywrightOwn },
  { name: 'apt-get install -y chromium', run: () => installFromApt('chromium') },
];

/** The same for its headless shell, which Playwright downloads with its own browser. */
export const shellInstallers = [
  {
    name: 'apt-get install -y chromium-headless-shell',
    run: () => installFromApt('chromium-headless-shell'),
  },
];

async function installPlaywrightOwn() {
  const result = await runLogged(process.execPath, [PLAYWRIGHT_CLI, 'install', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000', ...process.env },
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
  });
  return result.ok ? undefined : faultOf(result);
}

async function installFromApt(name) {
  const debian = process.platform === 'linux' && existsSync('/etc/debian_version');
  if (!debian) return 'this is not Debian';
  if (process.getuid?.() !== 0) return 'not root';
  const updated = await aptGet(['update']);
  if (!updated.ok) return faultOf(updated);
  const installed = await aptGet(['install', '-y', '--no-install-recommends', name]);
  return installed.ok ? undefined : faultOf(installed);
}

const LOCK_TRIES = 24;
const LOCK_PAUSE_MS = 5_000;

/** Waits up to two minutes while another program (unattended upgrades) holds apt's locks. */
async function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (let attempt = 1; ; attempt += 1) {
    const result = await runLogged('apt-get', args, { env, timeoutMs: DOWNLOAD_TIMEOUT_MS });
    const locked = /Could not get lock|Unable to (?:acquire|lock)/.test(result.output);
    if (result.ok || !locked || attempt === LOCK_TRIES) return result;
    if (attempt === 1) console.log('setup: waiting for another program that uses apt');
    await pause(LOCK_PAUSE_MS);
  }
}

function faultOf({ output, reason }) {
  const line = /^(?:E: |Error: ).*/m.exec(output)?.[0] ?? tail(output, 1);
  return `${reason}: ${line}`.slice(0, 200);
}
