import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-files.js';

/** The packages whose folders stand in an order: each may import only what stands above it. */
export const LAYERED = ['core', 'workflow', 'rules', 'local', 'cli', 'playwright-test'] as const;

/**
 * The rooms of a package from top to bottom, as ARCHITECTURE.md lists them; rooms on one line share
 * a rank. The document is the rule, so it cannot fall behind the code.
 */
export function readLayers(name: (typeof LAYERED)[number]): Map<string, number> {
  const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  const section = text.split('\n## ').find((part) => part.startsWith(`${name}\n`));
  const block = section && /```\n([\s\S]*?)```/.exec(section)?.[1];
  if (!block) throw new Error(`ARCHITECTURE.md has no list of rooms under "## ${name}"`);
  const ranks = new Map<string, number>();
  block.split('\n').forEach((line, rank) => {
    const names = /^\S+(?: \S+)*/.exec(line)?.[0] ?? '';
    for (const name of names.split(' ').filter(Boolean)) ranks.set(name.replace(/\/$/, ''), rank);
  });
  return ranks;
}

/** The room a file is in: its top folder, or the file itself when it lies in src. */
export const roomOf = (path: string): string => path.split('/')[0] ?? path;
