import { parseArgs } from 'citty';
import { describe, expect, it } from 'vitest';
import { findCommand, resolved } from '../../packages/cli/src/arguments/find-command.js';
import {
  demandKnownArguments,
  withoutDemands,
} from '../../packages/cli/src/arguments/known-arguments.js';
import type { Surroundings } from '../../packages/cli/src/arguments/surroundings.js';
import { mainCommand } from '../../packages/cli/src/main-command.js';
import { readExec } from '../../packages/local/src/cli/exec.js';
import { parseArguments } from '../../packages/local/src/cli/parse-arguments.js';
import { codeBlocks, PAGES } from '../readme/code-blocks.js';

const main = mainCommand({} as Surroundings);
const lines = PAGES.flatMap((page) =>
  codeBlocks(page)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ code, line }) => {
      // A line that ends in a backslash goes on in the next.
      const commands = code.replaceAll('\\\n', ' ').split('\n');
      return commands.map((command, index) => ({ place: `${page}:${line + index}`, command }));
    }),
);
const calls = lines.flatMap(({ place, command }) => {
  const [, name, rest = ''] =
    /^(?:npx (?:-y )?)?(nova-act|nova-act-local)(?: (.*))?$/.exec(command) ?? [];
  return name === undefined ? [] : [{ place, command, name, args: wordsOf(rest) }];
});

describe('the commands that the pages show', () => {
  it('are found there', () => {
    expect(calls.length).toBeGreaterThan(2);
  });

  it.each(calls)('$place: $command', async ({ name, args }) => {
    if (name === 'nova-act-local') return checkLocal(args);
    const { command, names, rest } = await findCommand(main, args);
    if (names[0] === 'local') return checkLocal(rest);
    if (rest.length === 1 && /^--(?:help|version)$/.test(rest[0] ?? '')) return;
    if (!command.run) throw new Error(`There is no command ${args.join(' ')}`);
    const known = await resolved(command.args ?? {});
    const parsed = parseArgs([...rest], withoutDemands(known));
    expect(() => demandKnownArguments(parsed, known)).not.toThrow();
  });
});

function checkLocal(args: readonly string[]) {
  const readFile = () => '[[["return"]]]';
  expect(() => parseArguments(readExec(args)?.options ?? args, {}, readFile)).not.toThrow();
}

/** The words of a line as a shell has them, of those that the pages show: in quotes or not, without what is piped. */
function wordsOf(line: string): string[] {
  const [before = ''] = line.split(/ (?:\||>|&&|#) /);
  return [...before.matchAll(/"([^"]*)"|'([^']*)'|[^\s"']+/g)].map(
    ([word, double, single]) => double ?? single ?? word,
  );
}
