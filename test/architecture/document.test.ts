import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PACKAGES, ROOT } from './source-files.js';

const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
const sections = text.split('\n## ');
const section = (title: string) => sections.find((part) => part.startsWith(`${title}\n`)) ?? '';

/** `core/act/steps.ts` is packages/core/src/act/steps.ts; every other path is from the root. */
function placeOf(named: string): string {
  const [first = '', ...rest] = named.split('/');
  const ours = (PACKAGES as readonly string[]).includes(first);
  return ours ? join(ROOT, 'packages', first, 'src', ...rest) : join(ROOT, named);
}

it.each([
  ['The walk of a prompt', 30],
  ['Where would I add …', 40],
])('“%s” names files and folders that there are', (title, atLeast) => {
  const named = [...section(title).matchAll(/`([\w./-]+\/[\w./-]*)`/g)].map(
    ([, path = '']) => path,
  );
  expect(named.filter((path) => !existsSync(placeOf(path)))).toEqual([]);
  expect(named.length).toBeGreaterThanOrEqual(atLeast);
});
