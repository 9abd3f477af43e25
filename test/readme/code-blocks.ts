import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGES, ROOT } from '../architecture/source-files.js';

export const READMES = ['README.md', ...PACKAGES.map((name) => `packages/${name}/README.md`)];

export interface CodeBlock {
  readme: string;
  language: string;
  /** The line of the README that the first line of `code` is on, from 1. */
  line: number;
  code: string;
}

export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The fenced blocks of a README. */
export function codeBlocks(readme: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: CodeBlock | undefined;
  readText(readme)
    .split('\n')
    .forEach((text, index) => {
      const fence = /^```(\w*)/.exec(text);
      if (!fence) {
        if (open) open.code += `${text}\n`;
      } else if (open) {
        blocks.push(open);
        open = undefined;
      } else {
        open = { readme, language: fence[1] ?? '', line: index + 2, code: '' };
      }
    });
  if (open) throw new Error(`${readme} ends inside a code block`);
  return blocks;
}
