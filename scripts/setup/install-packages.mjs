import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LOG, ROOT } from './places.mjs';
import { runLogged, tail } from './run-logged.mjs';
import { SetupError } from './setup-error.mjs';
import { clearStamp, keyOf, readStamp, writeStamp } from './stamp.mjs';

const TIMEOUT_MS = 20 * 60_000;

/** Installs what the lockfile says with the pnpm that package.json pins; nothing when it is there. */
export async function installPackages() {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const pnpm = manifest.packageManager.split('+')[0];
  const folders = workspaceFolders();
  const key = keyOf(
    [pnpm, process.platform, process.arch, process.versions.modules],
    ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc']
      .concat(folders.map((folder) => `${folder}/package.json`))
      .map((path) => join(ROOT, path)),
  );
  const present = existsSync(join(ROOT, 'node_modules', '.modules.yaml'));
  if (present && readStamp('packages')?.key === key) return;

  const startedMs = Date.now();
  console.log(`setup: installing packages from the lockfile (${pnpm})`);
  clearStamp('packages');
  const { command, before, shell } = npx();
  const install = ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'];
  const result = await runLogged(
    command,
    [...before, '--yes', pnpm, ...install, '--config.confirm-modules-purge=false'],
    // "npm --silent test" reaches npx through the environment, and would hide why it failed.
    { timeoutMs: TIMEOUT_MS, shell, env: { ...process.env, npm_config_loglevel: 'warn' } },
  );
  if (!result.ok) throw new SetupError(explain(pnpm, result));
  writeStamp('packages', { key });
  console.log(`setup: packages installed (${Math.round((Date.now() - startedMs) / 1000)} s)`);
}

function workspaceFolders() {
  const packages = readdirSync(join(ROOT, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `packages/${entry.name}`);
  return ['docs', 'examples', ...packages.sort()];
}

/** npx beside the npm that runs this, else beside this Node, else from PATH. */
function npx() {
  const bin = dirname(process.execPath);
  const scripts = [
    process.env.npm_execpath && join(dirname(process.env.npm_execpath), 'npx-cli.js'),
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npx-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npx-cli.js'),
  ];
  const script = scripts.find((path) => path && existsSync(path));
  if (script) return { command: process.execPath, before: [script], shell: false };
  // Windows runs npx.cmd through a shell only.
  return { command: 'npx', before: [], shell: process.platform === 'win32' };
}

function explain(pnpm, { output, reason }) {
  const outdated = output.includes('ERR_PNPM_OUTDATED_LOCKFILE');
  const remedy = outdated
    ? `A package.json has changed without the lockfile: run "npx ${pnpm} install" and try again.`
    : 'The first run needs the npm registry: check the network and the proxy settings of npm.';
  return `Installing packages ${reason}.\n${tail(output)}\n\n${remedy}\nThe whole output: ${LOG}`;
}
