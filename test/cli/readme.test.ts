import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'citty';
import { expect, it } from 'vitest';
import { demandKnownArguments } from '../../packages/cli/src/arguments/known-arguments.js';
import { DEFINITION, MCP_ARGUMENTS } from '../../packages/cli/src/commands/mcp-arguments.js';
import { EXIT_CODES } from '../../packages/cli/src/failure/exit-codes.js';
import { readRun } from '../../packages/cli/src/service/run-arguments.js';
import { ROOT } from '../architecture/source-files.js';

interface Config {
  mcpServers: Record<string, { command: string; args: string[]; env?: Record<string, string> }>;
}

const text = readFileSync(join(ROOT, 'packages/cli/README.md'), 'utf8');
const configs = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => json);

it('the README shows how clients are set up', () => {
  expect(configs.length).toBeGreaterThan(0);
});

it.each(configs)('a client that is set up so starts the server: %s', (json) => {
  const [server] = Object.values((JSON.parse(json) as Config).mcpServers);
  const [yes, name, command, ...args] = server?.args ?? [];
  expect([server?.command, yes, name, command]).toEqual(['npx', '-y', 'nova-act', 'mcp']);
  const parsed = parseArgs<typeof MCP_ARGUMENTS>(args, MCP_ARGUMENTS);
  expect(() => demandKnownArguments(parsed, MCP_ARGUMENTS)).not.toThrow();
  expect(() => readRun(parsed, server?.env ?? {}, DEFINITION)).not.toThrow();
});

it('the README names every argument that decides who may do what', () => {
  const named = ['allow-url', 'block-url', 'allow-local', 'allowed-host', 'auth', 'max-sessions'];
  for (const name of named) {
    expect(MCP_ARGUMENTS).toHaveProperty(name);
    expect(text).toContain(`--${name}`);
  }
});

it('the README has the table of exit codes, in the words of the program', () => {
  const rows = [...text.matchAll(/^\| (\d) \| (.*) \|$/gm)].map(([, code, means]) => ({
    code: Number(code),
    means,
  }));
  expect(rows).toEqual(Object.values(EXIT_CODES));
});
