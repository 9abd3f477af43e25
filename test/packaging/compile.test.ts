import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';
import { packAll, temporaryFolder } from './pack.js';
import { type Entry, publicNames } from './public-names.js';
import { node } from './run.js';
import { strangeFolder } from './strange-folder.js';

const TYPESCRIPT_7 = join(ROOT, 'node_modules/typescript/bin/tsc');
const TYPESCRIPT_5 = join(ROOT, 'node_modules/typescript-5/bin/tsc');
const NODE = { module: 'NodeNext', moduleResolution: 'NodeNext' };
const BUNDLER = { module: 'ESNext', moduleResolution: 'Bundler' };
const STANDARD = { experimentalDecorators: false };
const LEGACY = { experimentalDecorators: true };

/** Every pair of choices occurs with the newest compiler; the older one is slow and gets two. */
const SETTINGS = [
  ['TypeScript 7, Node’s resolution, standard decorators', TYPESCRIPT_7, { ...NODE, ...STANDARD }],
  ['TypeScript 7, Node’s resolution, legacy decorators', TYPESCRIPT_7, { ...NODE, ...LEGACY }],
  ['TypeScript 7, a bundler, standard decorators', TYPESCRIPT_7, { ...BUNDLER, ...STANDARD }],
  ['TypeScript 7, a bundler, legacy decorators', TYPESCRIPT_7, { ...BUNDLER, ...LEGACY }],
  [
    'TypeScript 5.9, Node’s resolution, standard decorators',
    TYPESCRIPT_5,
    { ...NODE, ...STANDARD },
  ],
  ['TypeScript 5.9, a bundler, legacy decorators', TYPESCRIPT_5, { ...BUNDLER, ...LEGACY }],
] as const;
const CONSUMERS = join(ROOT, 'test/packaging/consumers');

const folder = temporaryFolder();
let app = '';

beforeAll(async () => {
  const packed = await packAll(folder.path);
  app = strangeFolder(folder.path, packed, ['@types/node', 'playwright', 'zod']);
  mkdirSync(join(app, 'src'));
  for (const file of readdirSync(CONSUMERS)) {
    copyFileSync(join(CONSUMERS, file), join(app, 'src', file));
  }
  const entries = packed
    .flatMap(publicNames)
    .filter(({ values, types }) => values.length + types.length);
  writeFileSync(join(app, 'src', 'every-name.ts'), programOf(entries));
}, 180_000);
afterAll(folder.remove);

describe('strict programs that use every public name', () => {
  it.each(SETTINGS)(
    'compile with %s',
    async (_title, compiler, settings) => {
      const files = readdirSync(join(app, 'src')).map((file) => `src/${file}`);
      const config = { compilerOptions: { ...STRICT, ...settings }, files };
      writeFileSync(join(app, 'tsconfig.json'), JSON.stringify(config));
      expect(await node([compiler, '-p', 'tsconfig.json', '--pretty', 'false'], app)).toBe('');
    },
    180_000,
  );
});

/** What a careful user sets; declarations of the packages are checked too. */
const STRICT = {
  target: 'ES2022',
  lib: ['ES2023', 'ESNext.Disposable', 'ESNext.Decorators', 'DOM'],
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: false,
};

function programOf(entries: Entry[]): string {
  return entries
    .map(({ specifier, values, types }, index) => {
      const alias = (name: string) => `${name} as ${name}_${index}`;
      return [
        `import { ${values.map(alias).join(', ')} } from '${specifier}';`,
        `export type { ${types.map(alias).join(', ')} } from '${specifier}';`,
        `export const used_${index}: unknown[] = [${values.map((name) => `${name}_${index}`).join(', ')}];`,
      ].join('\n');
    })
    .join('\n');
}
