import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGES, ROOT } from '../architecture/source-files.js';
import { declarationsOf, inexactOptionals, specifiersIn } from './declarations.js';
import { type PackedPackage, packAll, temporaryFolder } from './pack.js';
import { publicNames } from './public-names.js';
import { node } from './run.js';
import { strangeFolder } from './strange-folder.js';

const PUBLINT = join(ROOT, 'node_modules/publint/src/cli.js');
const ATTW = join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');

const folder = temporaryFolder();
let packed: PackedPackage[] = [];
let app = '';

beforeAll(async () => {
  packed = await packAll(folder.path);
  app = strangeFolder(folder.path, packed, [
    '@types/node',
    'playwright',
    '@playwright/test',
    'zod',
  ]);
}, 180_000);
afterAll(folder.remove);

const packageIn = (name: string): PackedPackage => {
  const found = packed.find((each) => each.folder === name);
  if (!found) throw new Error(`${name} was not packed`);
  return found;
};

/** Whose types may stand in the declarations of a package: what its users have, or it depends on. */
const FOREIGN: Record<string, readonly string[]> = {
  core: ['playwright', '@standard-schema/spec'],
  workflow: ['@nova-act/core', '@nova-act/core/runtime'],
  rules: ['domhandler'],
  local: ['@nova-act/rules', '@nova-act/rules/page'],
  cli: [],
  'playwright-test': [
    ...['@playwright/test', '@nova-act/core', '@nova-act/local', '@nova-act/workflow'],
  ],
};

const LICENCES = 'licences-of-bundled-packages.txt';

/** What is packed beside what the manifest names: what entries share or load late, and the command's. */
const BESIDE: Record<string, readonly string[]> = {
  core: [
    ...['dist/common.js', 'dist/rolldown-runtime.js'],
    ...['dist/common.cjs', 'dist/rolldown-runtime.cjs', 'dist/lib.cjs', 'dist/open.cjs'],
    `dist/${LICENCES}`,
  ],
  workflow: [],
  rules: ['dist/common.js', 'dist/common.cjs', `dist/${LICENCES}`],
  local: [
    ...['bin/nova-act-local.js', 'dist/cli.js', 'dist/common.js', 'dist/console/client/main.js'],
    `dist/${LICENCES}`,
  ],
  cli: [
    ...['bin/nova-act.js', 'dist/cli.js', 'dist/common.js'],
    // One for each command, loaded when it is called.
    ...['act', 'completion', 'definition', 'doctor', 'get', 'iam-policy', 'init', 'local', 'mcp'],
    ...['codegen', 'models', 'run', 'session', 'trace'],
  ].map((file) => (file.includes('/') ? file : `dist/${file}.js`)),
  'playwright-test': ['bin/nova-act-playwright.js', 'dist/cli.js', 'dist/common.js'],
};

/** The projects that `nova-act init` makes, as they are kept. */
const templateFiles = () =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'templates'], {
    cwd: join(ROOT, 'packages/cli'),
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean);

/** Bytes of a tarball. As a file for each source, with sources and maps, they were 479, 45 and (with rules) 628 kB. */
const LIMITS: Record<string, number> = {
  // What a browser can be told besides (language, place, headers, downloads, profiles), remote ones, tools; storage;
  // all operations of the service, and its exported traces; acts that are remembered, followed, and made tests of;
  // secrets and masks.
  core: 748_000,
  workflow: 45_000,
  rules: 200_000,
  local: 280_000,
  // Half of it are the commands, a fifth the projects that `init` makes.
  cli: 61_300,
  'playwright-test': 22_000,
};

/** What is a command and nothing else has no types. */
const hasTypes = (name: string) => name !== 'cli';

/** The files that an export may lead to. */
const namedIn = (target: unknown): string[] =>
  typeof target === 'string'
    ? [target.replace('./', '')]
    : Object.values(target as Record<string, unknown>).flatMap(namedIn);

describe.each(PACKAGES)('the packed package %s', (name) => {
  it('shows no type of a library that it uses inside', () => {
    const specifiers = declarationsOf(packageIn(name), ['.']).flatMap(specifiersIn);
    const foreign = specifiers.filter((specifier) => !/^\.|^node:/.test(specifier));
    expect([...new Set(foreign)].filter((each) => !FOREIGN[name]?.includes(each))).toEqual([]);
  });

  it('takes undefined for every optional member, for users of exactOptionalPropertyTypes', () => {
    expect(inexactOptionals(packageIn(name))).toEqual([]);
  });

  it('holds nothing that nobody needs: no source, map, test, build record or unreachable declaration', () => {
    const { files, manifest, contents } = packageIn(name);
    const reached = declarationsOf(packageIn(name), Object.keys(manifest.exports));
    const needed = [
      ...['package.json', 'README.md', 'LICENSE'],
      ...namedIn(manifest.exports),
      ...reached.map(({ fileName }) => relative(contents, fileName)),
      ...(BESIDE[name] ?? []),
      ...(name === 'cli' ? templateFiles() : []),
    ];
    expect([...new Set(files)].sort()).toEqual([...new Set(needed)].sort());
  });

  it('holds the licence of each package that is copied into its code', () => {
    const { files, contents } = packageIn(name);
    const copied = files
      .filter((file) => /\.c?js$/.test(file))
      .flatMap((file) => [
        ...readFileSync(join(contents, file), 'utf8').matchAll(
          /^\/\/ .*node_modules\/((?:@[^/]+\/)?[^/]+)\/[^@]*$/gm,
        ),
      ])
      .map(([, copy]) => copy);
    const licences = copied.length ? readFileSync(join(contents, 'dist', LICENCES), 'utf8') : '';
    expect([...new Set(copied)].filter((copy) => !licences.includes(`${copy} `))).toEqual([]);
  });

  it('tells no path of the machine that it was made on', () => {
    const { files, contents } = packageIn(name);
    const telling = files.filter((file) =>
      readFileSync(join(contents, file), 'utf8').includes(ROOT),
    );
    expect(telling).toEqual([]);
  });

  it('is no larger than its limit', () => {
    expect(statSync(packageIn(name).tarball).size).toBeLessThan(LIMITS[name] ?? 0);
  });

  it('names no workspace in its manifest', () => {
    expect(JSON.stringify(packageIn(name).manifest)).not.toContain('workspace:');
  });

  it('runs no script on installation', () => {
    const { scripts = {} } = packageIn(name).manifest as { scripts?: Record<string, string> };
    const onInstall = ['preinstall', 'install', 'postinstall', 'prepare'];
    expect(Object.keys(scripts).filter((script) => onInstall.includes(script))).toEqual([]);
  });

  it('satisfies publint, suggestions included', async () => {
    const output = await node([PUBLINT, 'run', packageIn(name).tarball, '--strict'], folder.path);
    expect(output).toContain('All good');
  });

  it.runIf(hasTypes(name))('satisfies are-the-types-wrong for every kind of ESM user', async () => {
    const { tarball } = packageIn(name);
    const output = await node([ATTW, tarball, '--profile', 'esm-only', '--no-emoji'], folder.path);
    expect(output).toContain('node16 (from ESM)');
  });

  it('can be imported, and gives at run time what its declarations say', async () => {
    for (const { specifier, values } of publicNames(packageIn(name))) {
      const code = `console.log(JSON.stringify(Object.keys(await import('${specifier}')).sort()))`;
      const exported = await node(['--input-type=module', '--eval', code], app);
      expect(JSON.parse(exported), specifier).toEqual(values);
    }
  });

  it('is one copy for `import` and `require`, and the same in CommonJS for who knows that alone', async () => {
    const { manifest } = packageIn(name);
    for (const { specifier, values } of publicNames(packageIn(name))) {
      const key = specifier.replace(manifest.name, '.');
      const target = manifest.exports[key];
      if (typeof target !== 'object') throw new Error(`${specifier} is no code`);
      const file = join(app, 'node_modules', manifest.name, target.require.default);
      const code = `
        const required = require('${specifier}');
        const names = Object.keys(require(${JSON.stringify(file)})).sort();
        import('${specifier}').then((imported) =>
          console.log(JSON.stringify([required === imported, names])));
      `;
      const said = await node(['--input-type=commonjs', '--eval', code], app);
      expect(JSON.parse(said), specifier).toEqual([true, values]);
    }
  });

  it('exports exactly the names on record', async () => {
    const lines = publicNames(packageIn(name)).flatMap(({ specifier, values, types }) => [
      `${specifier}`,
      ...values.map((value) => `  ${value}`),
      ...types.map((type) => `  type ${type}`),
    ]);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`public-names/${name}.txt`);
  });
});

describe('the command nova-act', () => {
  it('is there, executable, starts, and finds the local service’s command', async () => {
    const bin = join(app, 'node_modules/nova-act/bin/nova-act.js');
    expect(readFileSync(bin, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(await node([bin, 'mcp', '--help'], app)).toContain('nova-act mcp');
    expect(await node([bin, 'local', '--help'], app)).toContain('nova-act-local');
  });
});

describe('the command nova-act-playwright', () => {
  it('is there, executable and starts', async () => {
    const bin = join(app, 'node_modules/@nova-act/playwright-test/bin/nova-act-playwright.js');
    expect(readFileSync(bin, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(await node([bin, '--help'], app)).toContain('--update-acts');
  });
});

describe('the command nova-act-local', () => {
  it('is there, executable and starts', async () => {
    const bin = join(app, 'node_modules/@nova-act/local/bin/nova-act-local.js');
    expect(readFileSync(bin, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(await node([bin, '--help'], app)).toContain('nova-act-local');
  });
});
