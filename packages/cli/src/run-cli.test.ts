import { expect, it } from 'vitest';
import { runLine as run } from './run-cli.case.js';
import { VERSION } from './version.js';

it.each([['--help'], ['-h']])('nova-act %s lists the commands', async (flag) => {
  const { code, out } = await run(flag);
  expect(code).toBe(0);
  const names = [...out.matchAll(/^ +([a-z-]+) {2}/gm)].map(([, name]) => name);
  const all =
    'init act get definition run session models trace doctor mcp iam-policy codegen local completion';
  expect(names).toEqual(all.split(' '));
});

it('nova-act alone lists the commands, and is no success', async () => {
  const { code, out } = await run();
  expect(code).toBe(2);
  expect(out).toContain('mcp');
});

it('nova-act definition alone lists its commands, and is no success', async () => {
  const { code, out } = await run('definition');
  expect(code).toBe(2);
  expect(out).toContain('nova-act definition');
  expect(out).toMatch(/list .*\n.*show .*\n.*create .*\n.*delete /);
});

it('nova-act run end --help is of that command', async () => {
  const { code, out } = await run('run', 'end', '--help');
  expect(code).toBe(0);
  expect(out).toContain('nova-act run end');
  expect(out).toContain('--orphans');
});

it('a misspelt argument is told before one that is missing', async () => {
  const { error } = await run('run', 'list', '--definitoin', 'shop');
  expect(error).toContain('Did you mean --definition?');
});

it('with --json what went wrong is JSON on standard output, and words on standard error', async () => {
  const { code, out, error } = await run('run', 'list', '--json');
  expect(code).toBe(2);
  expect(JSON.parse(out)).toEqual({
    error: { code: 'USAGE', message: 'Missing required argument: --definition', exitCode: 2 },
  });
  expect(error).toContain('--definition');
  const { out: line } = await run('act', 'Go', '--max-steps', '0', '--local', '--ndjson');
  expect(JSON.parse(line)).toMatchObject({ type: 'error', error: { code: 'USAGE' } });
});

it('nova-act --version is the version', async () => {
  expect(await run('--version')).toMatchObject({ code: 0, out: `${VERSION}\n` });
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
  [['definition', 'lst'], 'no command definition lst'],
  [['definition', '--jsn'], '--jsn is not known'],
  [['act'], 'PROMPT'],
  [['act', ''], 'PROMPT is empty'],
  [['act', '   ', '--local'], 'prompt is empty'],
  [['act', 'Go'], '--local'],
  [['act', 'Go', 'on', '--local'], '"on" is one word too many'],
  [['act', 'Go', '--max-steps', '200', '--local'], 'from 1 to 199'],
  [['act', 'Go', '--timeout-seconds', '1', '--local'], 'from 2 to 1800'],
  [['act', 'Go', '--local', '--profile', 'me'], '--profile'],
  [['act', 'list'], '--definition'],
  [['act', 'list', '--definition', 'shop', '--session', 's'], '--run'],
  [['get', 'How many?', '--local', '--schema', '{'], 'not JSON'],
  [['get', 'How many?', '--local', '--schema', '{"type"'], '--schema'],
  [['run', 'end', '--definition', 'shop'], '--orphans'],
  [['run', 'end', 'id', '--orphans', '--definition', 'shop'], '--orphans'],
  [['run', 'end', 'id', '--dry-run', '--definition', 'shop'], '--orphans'],
  [['run', 'delete', 'id', '--definition', 'shop'], '--yes'],
  [['definition', 'create', 'shop', '--prefix', 'p'], '--bucket'],
  [['run', 'list', '--definition', 'shop', '--limit', 'all'], 'limit'],
  [['init'], '--template'],
  [['init', '--template', 'rust'], 'script, vitest'],
  [['init', 'x', '--template', 'script', '--name', 'Not a name'], '--name'],
  [['completion', 'tcsh'], 'bash, zsh and fish'],
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
