import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGES, ROOT } from '../architecture/source-files.js';

export const READMES = ['README.md', ...PACKAGES.map((name) => `packages/${name}/README.md`)];

/** The pages of the documentation that are written by hand. */
export const PAGES = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /^(?!reference|node_modules|\.)(?:[\w-]+\/)?[\w-]+\.md$/.test(path))
  .map((path) => `docs/${path}`)
  .sort();

/** “From [it](path):” before a block says that the block is a part of that file. */
export const EXCERPT = /^From \[[^\]]+\]\(([^)]+)\):\n\n```\w+\n([\s\S]*?)^```$/gm;

export interface CodeBlock {
  /** The README or page that it is on. */
  readme: string;
  language: string;
  /** What else the fence says: `ts continues` has one. */
  words: string[];
  /** The line of the README that the first line of `code` is on, from 1. */
  line: number;
  code: string;
}

export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The fenced blocks of a README or page. */
export function codeBlocks(readme: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: CodeBlock | undefined;
  readText(readme)
    .split('\n')
    .forEach((text, index) => {
      if (!text.startsWith('```')) {
        if (open) open.code += `${text}\n`;
      } else if (open) {
        blocks.push(open);
        open = undefined;
      } else {
        const [language = '', ...words] = text.slice(3).trim().split(' ');
        open = { readme, language, words, line: index + 2, code: '' };
      }
    });
  if (open) throw new Error(`${readme} ends inside a code block`);
  return blocks;
}
