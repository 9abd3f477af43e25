import { expect, it } from 'vitest';
import { runLine as run } from './run-cli.case.js';

it.each([['--help'], ['-h']])('nova-act %s lists the commands', async (flag) => {
  const { code, out } = await run(flag);
  expect(code).toBe(0);
  expect(out).toMatch(/mcp .*\n.*iam-policy .*\n.*local /);
});

it('nova-act alone lists the commands, and is no success', async () => {
  const { code, out } = await run();
  expect(code).toBe(2);
  expect(out).toContain('mcp');
});

it('nova-act --version is the version', async () => {
  expect(await run('--version')).toMatchObject({ code: 0, out: '4.0.0\n' });
});

it('nova-act mcp --help lists its arguments, without colours where none can be seen', async () => {
  const { code, out } = await run('mcp', '--help');
  expect(code).toBe(0);
  expect(out).toContain('--max-sessions');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(out).not.toMatch(/\u001b| $/m);
});

it.each([
  [['nothing'], 'no command nothing'],
  [['toString'], 'no command toString'],
  [['--htp'], '--htp is not known'],
  [['mcp', '--max-session', '3'], 'Did you mean --max-sessions?'],
  [['mcp', '-x'], '-x is not known'],
  [['mcp', 'http'], '"http" is one word too many'],
  [['mcp', '--token'], '--token needs a value'],
  [['mcp', '--auth', 'oauth'], 'api-key, iam'],
  [['mcp', '--starting-page', 'ftp://a.example'], 'startingPage'],
  [['mcp', '--block-url', 'https://'], 'blockedUrls'],
  [['mcp', '--definition', 'not a name'], 'workflowDefinitionName'],
])('nova-act %j is refused with what is wrong', async (args, says) => {
  const { code, out, error } = await run(...args);
  expect(code).toBe(2);
  expect(error).toContain(says);
  expect(error).toContain('--help');
  expect(out).toBe('');
});
