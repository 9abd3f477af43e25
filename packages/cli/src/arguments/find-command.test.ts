import type { CommandDef } from 'citty';
import { expect, it } from 'vitest';
import { findCommand } from './find-command.js';

const leaf: CommandDef = { run() {} };
const act: CommandDef = { run() {}, subCommands: { list: leaf, show: leaf } };
const main: CommandDef = { subCommands: { act, definition: { subCommands: { list: leaf } } } };
const find = async (...args: string[]) => {
  const { names, rest } = await findCommand(main, args);
  return [names.join(' '), rest];
};

it.each([
  [['act', 'Open the shop'], 'act', ['Open the shop']],
  [['act', 'list', '--json'], 'act list', ['--json']],
  [['act', 'list everything'], 'act', ['list everything']],
  [['act', '--local', 'list'], 'act', ['--local', 'list']],
  [['act', '--', 'list'], 'act', ['--', 'list']],
  [['definition', 'list'], 'definition list', []],
  [['definition', 'toString'], 'definition', ['toString']],
  [['--json', 'act'], '', ['--json', 'act']],
])('%j is meant for the command %j', async (args, command, rest) => {
  expect(await find(...args)).toEqual([command, rest]);
});
