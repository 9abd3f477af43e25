import { codeBlocks } from '../readme/code-blocks.js';

/** A line that a README has its reader type, by how it begins; without what it says beside it. */
export function documentedLine(text: string, start: string): string {
  const line = text.split('\n').find((each) => each.startsWith(start));
  if (line === undefined) throw new Error(`No line begins with: ${start}`);
  return (line.split(/ {3,}#/)[0] ?? '').trim();
}

/** The shell lines of one of this repository's READMEs. */
export const shellLines = (readme: string): string =>
  codeBlocks(readme)
    .filter(({ language }) => language === 'sh')
    .map(({ code }) => code)
    .join('\n');
