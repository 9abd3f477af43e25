import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGES, ROOT } from '../architecture/source-files.js';
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
  app = strangeFolder(folder.path, packed, ['@types/node', 'playwright', 'zod']);
}, 180_000);
afterAll(folder.remove);

const packageIn = (name: string): PackedPackage => {
  const found = packed.find((each) => each.folder === name);
  if (!found) throw new Error(`${name} was not packed`);
  return found;
};

describe.each(PACKAGES)('the packed package %s', (name) => {
  it('holds code, declarations, sources for them, a README and the licence', () => {
    const { files } = packageIn(name);
    const needed = ['dist/index.js', 'dist/index.d.ts', 'src/index.ts', 'README.md', 'LICENSE'];
    expect(needed.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('holds no test, no build record and no output of a source that is gone', () => {
    const { files } = packageIn(name);
    const sourceOf = (file: string) =>
      file.replace(/^dist\//, 'src/').replace(/(?:\.d\.ts|\.js)(?:\.map)?$/, '.ts');
    const odd = files.filter(
      (file) =>
        /\.(?:test|case)\.|\.tsbuildinfo$/.test(file) ||
        (file.startsWith('dist/') && !files.includes(sourceOf(file))),
    );
    expect(odd).toEqual([]);
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

  it('satisfies are-the-types-wrong for every kind of ESM user', async () => {
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

  it('exports exactly the names on record', async () => {
    const lines = publicNames(packageIn(name)).flatMap(({ specifier, values, types }) => [
      `${specifier}`,
      ...values.map((value) => `  ${value}`),
      ...types.map((type) => `  type ${type}`),
    ]);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`public-names/${name}.txt`);
  });
});

describe('the command nova-act-local', () => {
  it('is there, executable and starts', async () => {
    const bin = join(app, 'node_modules/@nova-act/local/bin/nova-act-local.js');
    expect(readFileSync(bin, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(await node([bin, '--help'], app)).toContain('nova-act-local');
  });
});
