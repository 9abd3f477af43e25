import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { ROOT } from '../architecture/source-files.js';
import { chromium } from '../support/chromium.js';
import { firstProgram, nodeOf, runAlone, servePage } from './first-program.js';
import { type PackedPackage, packAll, temporaryFolder } from './pack.js';
import { isOffline, OFFLINE } from './registry.js';
import { node, run } from './run.js';

const QUIET = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];

const { install, program, page } = firstProgram();
const folder = temporaryFolder();
const app = join(folder.path, 'flights');
let packed: PackedPackage[] = [];
let offline = false;
let service: RunningLocalService;
let site: Awaited<ReturnType<typeof servePage>>;

/** What the registry would give for a name, and for what that depends on, is here packed; the rest comes from npm. */
function inPlaceOfRegistry(name: string): string[] {
  const found = packed.find(({ manifest }) => manifest.name === name);
  if (!found) return [name];
  const ours = Object.keys(found.manifest.dependencies ?? {}).filter((each) =>
    packed.some(({ manifest }) => manifest.name === each),
  );
  return [found.tarball, ...ours.flatMap(inPlaceOfRegistry)];
}

/** Does what a line of the README says. */
async function follow(line: string): Promise<void> {
  const [command = '', ...words] = line.split(' ');
  // The browser is the one that is there: installing one is Playwright's own affair.
  if (command === 'npx') return;
  const quiet = words[0] === 'install' ? QUIET : [];
  await run(command, [...new Set(words.flatMap(inPlaceOfRegistry)), ...quiet], app);
}

/** What `work` needs of npm may not be reachable; then there is nothing to say. */
async function withRegistry<T>(skip: TestContext['skip'], work: () => Promise<T>): Promise<T> {
  skip(offline, OFFLINE);
  try {
    return await work();
  } catch (error) {
    skip(isOffline(error), OFFLINE);
    throw error;
  }
}

beforeAll(async () => {
  packed = await packAll(folder.path);
  mkdirSync(app);
  service = await startLocalService();
  site = await servePage(page, service.gymUrl);
  try {
    for (const line of install) await follow(line);
  } catch (error) {
    offline = isOffline(error);
    if (!offline) throw error;
  }
}, 400_000);
afterAll(async () => {
  site?.stop();
  await service?.stop();
  folder.remove();
});

describe('the packages, installed with npm in a strange folder', () => {
  it('bring all they need, rely on no install script and can be imported', async ({ skip }) => {
    const all = packed.map(({ tarball }) => tarball);
    await withRegistry(skip, () => run('npm', ['install', '--no-save', ...QUIET, ...all], app));
    const specifiers = ['core', 'core/runtime', 'workflow', 'rules', 'rules/page', 'local'];
    const code = `
      for (const name of ${JSON.stringify(specifiers)}) await import('@nova-act/' + name);
      console.log('imported');
    `;
    expect(await node(['--input-type=module', '--eval', code], app)).toBe('imported\n');
  }, 300_000);
});

describe('the first program of the README, copied into an empty folder with what it says to install', () => {
  const TSX = pathToFileURL(join(ROOT, 'node_modules/tsx/dist/esm/index.mjs')).href;
  const asIs =
    (file: string, ...args: string[]) =>
    async (own: string) => {
      writeFileSync(join(own, file), program);
      return [...args, file];
    };
  const compiled = (typescript: string) => async (own: string) => {
    writeFileSync(join(own, 'flights.ts'), program);
    const compiler = join(ROOT, 'node_modules', typescript, 'bin/tsc');
    await node([compiler, '--init'], own);
    await node([compiler], own);
    return ['flights.js'];
  };

  const WAYS: [string, string, (own: string) => Promise<string[]>][] = [
    ['as flights.mjs', '20.19.0', asIs('flights.mjs')],
    ['as flights.mjs', '22', asIs('flights.mjs')],
    ['as flights.mjs', '24', asIs('flights.mjs')],
    ['as flights.ts, with tsx', '20.19.0', asIs('flights.ts', '--import', TSX)],
    ['as flights.ts, its types stripped by Node', '22', asIs('flights.ts')],
    ['as flights.ts, its types stripped by Node', '24', asIs('flights.ts')],
    ['compiled by TypeScript 5.9 as `tsc --init` says', '20.19.0', compiled('typescript-5')],
    ['compiled by TypeScript 7 as `tsc --init` says', '22', compiled('typescript')],
  ];

  it.for(WAYS)(
    'runs %s, on Node %s',
    { timeout: 120_000 },
    async ([title, version, start], { skip }) => {
      // A folder for each below the one with node_modules, so that no compiled file is another's.
      const own = join(app, `${title}-${version}`.replace(/[^\w.-]+/g, '-'));
      mkdirSync(own);
      const args = await start(own);
      const binary = await withRegistry(skip, () => nodeOf(version));
      const { code, stdout, stderr } = await runAlone(binary, args, own, {
        ...service.iamEnv,
        NOVA_ACT_HEADLESS: '1',
        NOVA_ACT_BROWSER_EXECUTABLE: chromium().executablePath,
        NOVA_ACT_BROWSER_ARGS: JSON.stringify(site.browserArgs),
      });
      expect(stderr.replace(/^.*ExperimentalWarning: Type Stripping[^\n]*\n[^\n]*\n/, '')).toBe('');
      expect(code).toBe(0);
      expect(stdout).toMatch(/\{ flight: '[A-Z0-9 -]+', price: \d+ \}/);
    },
  );
});
