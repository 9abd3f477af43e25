import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PACKAGES, ROOT } from './source-files.js';

/** Runs anew for each file of tests. */
const SET_UP = 'test/support/clean-slate.ts';

const filesIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
    (path) => `${folder}/${path}`,
  );

it('what tests share registers no hook as it is imported: that would be for the first file alone', () => {
  const shared = [
    'test',
    ...PACKAGES.flatMap((name) => [`packages/${name}/test`, `packages/${name}/src`]),
  ]
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap(filesIn)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && path !== SET_UP);
  expect(shared).toContain('packages/core/test/support/proxy-world.ts');
  const hook = /^(?:before|after)(?:Each|All)\(/m;
  expect(shared.filter((path) => hook.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
});
