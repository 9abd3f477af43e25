import { parseArgs } from 'citty';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../arguments/usage-error.js';
import { readRun } from '../service/run-arguments.js';
import { readSession } from '../service/session-arguments.js';
import {
  DEFINITION,
  MCP_ARGUMENTS,
  type McpArguments,
  readHttp,
  readLimits,
} from './mcp-arguments.js';

const args = (line: string): McpArguments =>
  parseArgs<typeof MCP_ARGUMENTS>(line.split(' ').filter(Boolean), MCP_ARGUMENTS);
const KEY = { NOVA_ACT_API_KEY: 'a'.repeat(36) };

describe('where the runs of `nova-act mcp` go', () => {
  it.each([
    ['', KEY, { apiKey: KEY.NOVA_ACT_API_KEY }],
    ['', {}, { workflowDefinitionName: 'nova-act-mcp', region: 'us-east-1' }],
    ['', { NOVA_ACT_API_KEY: '' }, { workflowDefinitionName: 'nova-act-mcp', region: 'us-east-1' }],
    [
      '--definition shop --region us-west-2 --profile me --model m',
      {},
      { workflowDefinitionName: 'shop', region: 'us-west-2', profile: 'me', modelId: 'm' },
    ],
    ['--auth iam --definition shop', KEY, { workflowDefinitionName: 'shop', region: 'us-east-1' }],
    [
      '',
      { ...KEY, NOVA_ACT_WORKFLOW_AUTH: 'iam' },
      { workflowDefinitionName: 'nova-act-mcp', region: 'us-east-1' },
    ],
    ['--auth api-key --model m', KEY, { apiKey: KEY.NOVA_ACT_API_KEY, modelId: 'm' }],
  ])('%j with %j', (line, env, run) => {
    expect(readRun(args(line), env, DEFINITION)).toEqual(run);
  });

  it.each([
    ['--definition shop', KEY, '--auth'],
    ['--profile me --region us-east-1', KEY, '--region, --profile'],
    ['--auth api-key', {}, 'NOVA_ACT_API_KEY'],
    ['--auth api-key --definition shop', KEY, '--definition'],
    ['', { ...KEY, NOVA_ACT_WORKFLOW_AUTH: 'key' }, '"key"'],
  ])('is not guessed: %j with %j', (line, env, says) => {
    expect(() => readRun(args(line), env, DEFINITION)).toThrow(UsageError);
    expect(() => readRun(args(line), env, DEFINITION)).toThrow(says);
  });
});

describe('`nova-act mcp --http`', () => {
  const TOKEN = 'a-token-of-16-or-more';

  it('is on loopback, without a token, unless told otherwise', () => {
    expect(readHttp(args(''), {})).toBeUndefined();
    expect(readHttp(args('--http'), {})).toEqual({
      host: '127.0.0.1',
      port: 7799,
      token: undefined,
      allowedHosts: [],
    });
  });

  it.each(['localhost', '::1', '127.0.0.2'])(
    'asks for no token on %s, which is this machine',
    (host) => {
      expect(readHttp(args(`--http --host ${host}`), {})).toMatchObject({ host });
    },
  );

  it('takes its token from the environment, and names that it is asked for by', () => {
    const line = '--http --host 0.0.0.0 --port 0 --allowed-host a.example,b.example';
    expect(readHttp(args(line), { NOVA_ACT_MCP_TOKEN: TOKEN })).toEqual({
      host: '0.0.0.0',
      port: 0,
      token: TOKEN,
      allowedHosts: ['a.example', 'b.example'],
    });
  });

  it.each([
    ['--http --host 0.0.0.0', 'NOVA_ACT_MCP_TOKEN'],
    ['--http --host ::', 'NOVA_ACT_MCP_TOKEN'],
    ['--http --token short', '16'],
    ['--http --port 70000', '65535'],
    ['--port http', '"http"'],
  ])('refuses %j', (line, says) => {
    expect(() => readHttp(args(line), {})).toThrow(UsageError);
    expect(() => readHttp(args(line), {})).toThrow(says);
  });
});

describe('the limits of `nova-act mcp`', () => {
  it('are four browsers and ten minutes', () => {
    expect(readLimits(args(''))).toEqual({ maxSessions: 4, idleMs: 600_000 });
    expect(readLimits(args('--max-sessions 1 --idle-minutes 1'))).toEqual({
      maxSessions: 1,
      idleMs: 60_000,
    });
  });

  it.each(['--max-sessions 0', '--max-sessions two', '--idle-minutes 0', '--idle-minutes 1.5'])(
    'refuse %j',
    (line) => {
      expect(() => readLimits(args(line))).toThrow(UsageError);
    },
  );
});

it('`nova-act mcp` opens browsers as its arguments say', () => {
  const line =
    '--no-headless --secret pass=SITE_PASS,code=CODE@https://a.example --mask .balance --starting-page a.example --allow-url a.example,*.b.example --block-url c.example --logs ./traces';
  const opened = args(line);
  const env = { SITE_PASS: 'hunter2-hunter2', CODE: '123456' };
  const { secrets, ...session } = readSession(opened, opened['starting-page'], env);
  expect(Object.keys(secrets ?? {})).toEqual(['pass', 'code']);
  expect(session).toEqual({
    mask: ['.balance'],
    headless: false,
    startingPage: 'a.example',
    logsDirectory: './traces',
    security: { allowedUrls: ['a.example', '*.b.example'], blockedUrls: ['c.example'] },
  });
  expect(readSession(args(''), undefined, {})).toEqual({ security: {} });
});

it.each([
  ['--secret pass=SITE_PASS', 'pass: the variable it names is not set'],
  ['--secret hunter2-hunter2', 'name=VARIABLE'],
  ['--secret =SITE', 'name=VARIABLE'],
  ['--secret pass=', 'name=VARIABLE'],
])('`nova-act mcp %s` is refused', (line, says) => {
  expect(() => readSession(args(line), undefined, {})).toThrow(UsageError);
  expect(() => readSession(args(line), undefined, {})).toThrow(says);
});
