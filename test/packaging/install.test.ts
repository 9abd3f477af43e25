import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { ROOT } from '../architecture/source-files.js';
import { readText } from '../readme/code-blocks.js';
import { chromium, chromiumEnv } from '../support/chromium.js';
import { documentedLine, shellLines } from './documented.js';
import { firstProgram, nodeOf, runAlone, servePage } from './first-program.js';
import { followDockerfile } from './follow-dockerfile.js';
import { type PackedPackage, packAll, temporaryFolder } from './pack.js';
import { type PackageRegistry, startPackageRegistry } from './package-registry.js';
import { isOffline, OFFLINE } from './registry.js';
import { node, run } from './run.js';
import { startServer } from './server.js';

const QUIET = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];

const { install, program, page } = firstProgram();
const folder = temporaryFolder();
const app = join(folder.path, 'flights');
let packed: PackedPackage[] = [];
let offline = false;
let registry: PackageRegistry;
let service: RunningLocalService;
let site: Awaited<ReturnType<typeof servePage>>;

/** Does what a line of a README says, with the packages from a registry that has them. */
async function follow(line: string, cwd: string): Promise<string> {
  const [command = '', ...words] = line.split(' ');
  // The browser is the one that is there: installing one is Playwright's own affair.
  if (command === 'npx' && words[0] === 'playwright') return '';
  const quiet = words[0] === 'install' ? QUIET : [];
  return run(command, [...words, ...quiet], cwd, { ...process.env, ...registry.env });
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
  registry = await startPackageRegistry(packed, folder.path);
  service = await startLocalService();
  site = await servePage(page, service.gymUrl);
  try {
    for (const line of install) await follow(line, app);
  } catch (error) {
    offline = isOffline(error);
    if (!offline) throw error;
  }
}, 400_000);
afterAll(async () => {
  site?.stop();
  registry?.stop();
  await service?.stop();
  folder.remove();
  // Several projects with all that they need are many files.
}, 180_000);

describe('the packages, installed with npm in a strange folder', () => {
  it('bring all they need, rely on no install script and can be imported', async ({ skip }) => {
    const all = packed.map(({ manifest }) => manifest.name).join(' ');
    await withRegistry(skip, () => follow(`npm install --no-save ${all}`, app));
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

describe('a new user’s path, each step by the command that is documented', () => {
  const home = () => join(folder.path, 'home');
  const project = () => join(home(), 'my-agent');
  let next: string[] = [];
  let readme = '';

  /** As at a shell, where neither an account nor a service is set. */
  const type = (line: string, cwd: string, more: NodeJS.ProcessEnv = {}) => {
    const words = line.match(/"[^"]*"|\S+/g) ?? [];
    const [command = '', ...args] = words.map((word) => word.replaceAll('"', ''));
    const own = Object.entries(process.env).filter(([name]) => !/^(NOVA_ACT|AWS)_/.test(name));
    const quiet = { npm_config_audit: 'false', npm_config_fund: 'false', npm_config_yes: 'true' };
    const set = { ...quiet, ...registry.env, ...chromiumEnv(), ...more };
    return run(command, args, cwd, { ...Object.fromEntries(own), ...set });
  };
  /** The line of the project’s README that begins so. */
  const documented = (start: string) => documentedLine(readme, start);

  it('an empty folder becomes a project: npx nova-act init', async ({ skip }) => {
    mkdirSync(home());
    const line = documentedLine(shellLines('packages/cli/README.md'), 'npx nova-act init');
    // The kind that has both a program and a test.
    const typed = line.replace(/script$/, 'github-actions');
    const said = await withRegistry(skip, () => type(typed, home()));
    next = said.split('\n').flatMap((each) => /^ {2}((?:cd|npm|npx) .*)/.exec(each)?.[1] ?? []);
    expect(next).toEqual([
      'cd my-agent',
      'npm install',
      'npx playwright install chromium',
      'npm test',
    ]);
    readme = readFileSync(join(project(), 'README.md'), 'utf8');
    await withRegistry(skip, () => type(next[1] ?? '', project()));
  }, 120_000);

  it('its program and its test run', async ({ skip }) => {
    skip(offline, OFFLINE);
    expect(await type(documented('npm start'), project())).toContain('Mars has 2 moons.\n');
    expect(await type(next[3] ?? '', project())).toContain('3 passed');
  });

  it('an act, and an answer of a schema, without a program', async ({ skip }) => {
    skip(offline, OFFLINE);
    const command = documented('npx nova-act act');
    expect(await type(`${command} --json`, project())).toContain('"status": "SUCCEEDED"');
    expect(readdirSync(join(project(), 'traces')).length).toBeGreaterThan(0);
    const schema = 'npx nova-act get "List';
    const planets = JSON.parse(await type(documented(schema), project()));
    expect(planets).toContainEqual({ name: 'Mars', moons: 2 });
  });

  it('the workflow of the README, on the service on this machine', async ({ skip }) => {
    skip(offline, OFFLINE);
    writeFileSync(join(project(), 'flights.mjs'), program);
    const [, line = ''] = /`(npx nova-act-local exec[^`]*)`/.exec(readText('README.md')) ?? [];
    expect(line).toContain('flights.mjs');
    const NOVA_ACT_BROWSER_ARGS = JSON.stringify(site.browserArgs);
    const said = await type(line, project(), { NOVA_ACT_BROWSER_ARGS });
    expect(said).toMatch(/\{ flight: '[A-Z0-9 -]+', price: \d+ \}/);
  });

  it('a container, built as its Dockerfile says, answers AgentCore Runtime', async ({ skip }) => {
    skip(offline, OFFLINE);
    await type('npx nova-act init ../packed-agent --template container', project());
    const context = join(home(), 'packed-agent');
    const dockerfile = readFileSync(join(context, 'Dockerfile'), 'utf8');
    const image = await followDockerfile(dockerfile, context, join(home(), 'images'), type);
    const [command = '', ...args] = image.command;
    const env = { ...process.env, ...service.iamEnv, ...chromiumEnv(), PORT: '0' };
    const server = await startServer(command, args, image.folder, env);
    try {
      const at = (path: string) => new URL(path, server.url);
      const invoke = (body: string) => fetch(at('/invocations'), { method: 'POST', body });
      expect(await (await fetch(at('/ping'))).json()).toEqual({ status: 'Healthy' });
      expect(await (await invoke('{"planet":"Mars"}')).json()).toEqual({
        planet: 'Mars',
        moons: 2,
      });
      expect(service.runs().at(-1)).toMatchObject({ status: 'SUCCEEDED' });
      expect((await invoke('{"planet":3}')).status).toBe(400);
      expect((await invoke('{')).status).toBe(400);
      expect((await fetch(at('/else'))).status).toBe(404);
    } finally {
      await server.stop();
    }
  }, 120_000);
});
