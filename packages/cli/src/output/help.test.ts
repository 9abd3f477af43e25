import { expect, it } from 'vitest';
import { runIn, runLine } from '../run-cli.case.js';

const commands = [
  '',
  'init',
  'act',
  'get',
  'run',
  'run end',
  'mcp',
  'iam-policy',
  'codegen',
  'doctor',
];

it.each([
  [undefined, 80],
  [60, 60],
  [300, 100],
])('with a terminal of %s columns no line of help is longer than %s', async (columns, longest) => {
  for (const words of commands) {
    const { out } = await runIn({ columns }, ...words.split(' ').filter(Boolean), '--help');
    const lines = out.split('\n').filter((line) => !line.includes('nova-act'));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(longest);
  }
});

it('says how a command is called, what an option takes, what it may be, and what it is otherwise', async () => {
  const { out } = await runLine('act', '--help');
  expect(out).toContain('Usage: nova-act act [options] PROMPT\n   or: nova-act act COMMAND\n');
  expect(out).toMatch(/^ {2}--max-steps STEPS +Steps it may take, 1 to 199 \(30\)$/m);
  expect(out).toMatch(/^ {2}--auth api-key\|iam/m);
  const { out: init } = await runLine('init', '--help');
  expect(init).toContain('Usage: nova-act init [options] [FOLDER]\n');
  expect(init.replaceAll(/\s+/g, ' ')).toContain(
    '--template TEMPLATE What kind of project; asked for where it is left out: script, vitest,',
  );
  expect((await runLine('run', 'list', '--help')).out).toContain(
    'Usage: nova-act run list [options] --definition DEFINITION\n',
  );
});

it('has headings that stand out where colours can be seen, and only there', async () => {
  expect((await runIn({ colors: true }, '--help')).out).toContain('\u001b[1mCommands\u001b[22m');
  expect((await runLine('--help')).out).not.toContain('\u001b');
});
