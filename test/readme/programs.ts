import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../architecture/source-files.js';
import { type CodeBlock, codeBlocks } from './code-blocks.js';

/**
 * A program that a README or page shows: a block of TypeScript, with those after it whose fence says
 * `continues`. One whose fence says `aws` needs an account, one that says `test` a runner of tests: they are
 * checked without being run.
 */
export interface Program {
  readme: string;
  /** The line that it begins on, from 1. */
  line: number;
  needsAws: boolean;
  isTest: boolean;
  code: string;
  /** What the block of `txt prints` after it says that it prints. */
  prints: string | undefined;
}

const KNOWN_WORDS = ['continues', 'aws', 'test'];

/** @throws Error where a fence says what nobody knows, or where there is nothing to continue. */
export function programsOf(readme: string): Program[] {
  const programs: Program[] = [];
  for (const block of codeBlocks(readme)) {
    const last = programs.at(-1);
    if (block.language === 'ts') {
      const strange = block.words.find((word) => !KNOWN_WORDS.includes(word));
      if (strange !== undefined) throw new Error(`${placeOf(block)}: what is "${strange}"?`);
      if (!block.words.includes('continues')) programs.push(begun(block));
      else if (last) last.code = atLine(last, block) + block.code;
      else throw new Error(`${placeOf(block)}: there is nothing before it to continue`);
    } else if (block.words.includes('prints')) {
      if (!last) throw new Error(`${placeOf(block)}: there is no program before it`);
      last.prints = block.code;
    }
  }
  return programs;
}

const placeOf = ({ readme, line }: CodeBlock) => `${readme}:${line}`;

const begun = ({ readme, line, words, code }: CodeBlock): Program => ({
  readme,
  line,
  needsAws: words.includes('aws'),
  isTest: words.includes('test'),
  code,
  prints: undefined,
});

/** The program so far, with empty lines up to where the block stands on the page. */
function atLine({ line, code }: Program, block: CodeBlock): string {
  const next = line + code.split('\n').length - 1;
  return code + '\n'.repeat(Math.max(0, block.line - next));
}

/** Writes the programs into a folder of this name, each with its faults on the lines that they have on their page. */
export function writePrograms(name: string, programs: readonly Program[]) {
  const folder = join(ROOT, '.cache', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const fileOf = ({ readme, line }: Program) =>
    join(folder, `${readme.replaceAll('/', '_')}.${line}.ts`);
  for (const program of programs) {
    const { line, code } = program;
    writeFileSync(fileOf(program), `${'\n'.repeat(line - 1)}${code}\nexport {};\n`);
  }
  return {
    folder,
    fileOf,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
