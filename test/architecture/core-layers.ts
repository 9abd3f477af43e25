import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-files.js';

/**
 * The rooms of core from top to bottom, as ARCHITECTURE.md lists them; rooms on one line share a
 * rank. The document is the rule, so it cannot fall behind the code.
 */
export function readCoreLayers(): Map<string, number> {
  const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  const block = /\n## core\n[\s\S]*?```\n([\s\S]*?)```/.exec(text)?.[1];
  if (!block) throw new Error('ARCHITECTURE.md has no list of rooms under "## core"');
  const ranks = new Map<string, number>();
  block.split('\n').forEach((line, rank) => {
    const names = /^\S+(?: \S+)*/.exec(line)?.[0] ?? '';
    for (const name of names.split(' ').filter(Boolean)) ranks.set(name.replace(/\/$/, ''), rank);
  });
  return ranks;
}

/** The room a file is in: its top folder, or the file itself when it lies in src. */
export const roomOf = (path: string): string => path.split('/')[0] ?? path;
