import { stripVTControlCharacters, styleText } from 'node:util';
import type { Examined } from './check.js';

const SIGNS = {
  ok: ['✔', 'green'],
  warning: ['!', 'yellow'],
  failed: ['✘', 'red'],
  skipped: ['–', 'dim'],
} as const;

/** As wide as the longest name. */
const NAME_WIDTH = 13;

/** A finding on a line, and what to do about it on the next. */
export function findingText({ name, state, says, remedy }: Examined, colors: boolean): string {
  const [sign, color] = SIGNS[state];
  // Where it leads was looked at before.
  const painted = colors ? styleText(color, sign, { validateStream: false }) : sign;
  const line = `${painted} ${name.padEnd(NAME_WIDTH)}  ${stripVTControlCharacters(says)}\n`;
  const indent = ' '.repeat(NAME_WIDTH + 4);
  return remedy === undefined ? line : `${line}${indent}→ ${stripVTControlCharacters(remedy)}\n`;
}
