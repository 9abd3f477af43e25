import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const document = readFileSync(new URL('../../../ARCHITECTURE.md', import.meta.url), 'utf8');

/** The rooms under "## local" from top to bottom; those on one line share a rank. */
function readRanks(): Map<string, number> {
  const list = /\n## local\n[\s\S]*?```\n([\s\S]*?)```/.exec(document)?.[1] ?? '';
  const ranks = new Map<string, number>();
  for (const [rank, line] of list.split('\n').entries())
    for (const name of (/^\S+(?: \S+)*/.exec(line)?.[0] ?? '').split(' ').filter(Boolean))
      ranks.set(name.replace(/\/$/, ''), rank);
  return ranks;
}
const ranks = readRanks();
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.ts$/.test(file) && !/\.(test|case)\.ts$/.test(file));
const roomOf = (path: string) => path.split('/')[0] ?? path;

test('every room is in the list of ARCHITECTURE.md, and every room of the list is there', () => {
  const rooms = new Set(files.map(roomOf));
  expect([...ranks.keys()].sort()).toEqual([...rooms].sort());
});

test('a room imports only from rooms above it', () => {
  const upward: string[] = [];
  for (const file of files.filter((each) => each.includes('/'))) {
    const from = roomOf(file);
    for (const [, target = ''] of readFileSync(join(src, file), 'utf8').matchAll(
      /from '((?:\.\.\/)+[^']+)'/g,
    )) {
      const resolved = new URL(target, `file:///src/${file}`).pathname.replace(/^\/src\//, '');
      const to = roomOf(resolved);
      if (to === from) continue;
      if ((ranks.get(to) ?? Number.NaN) < (ranks.get(from) ?? Number.NaN)) continue;
      upward.push(`${file} → ${resolved}`);
    }
  }
  expect(upward).toEqual([]);
});
