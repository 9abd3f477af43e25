import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';
import { chromiumEnv } from '../support/chromium.js';

const COMMAND = join(ROOT, 'packages/cli/bin/nova-act.js');

let service: RunningLocalService;
let home: string;
beforeAll(async () => {
  service = await startLocalService({ model: scriptedModel([]), workflowDefinitions: ['shop'] });
  // Nobody's credentials.
  home = mkdtempSync(join(tmpdir(), 'nova-act-doctor-'));
});
afterAll(async () => {
  await service.stop();
  rmSync(home, { recursive: true });
});

interface Said {
  ok: boolean;
  checks: { name: string; state: string; says: string; remedy?: string }[];
}

/** What a command says in an environment of its own. */
const doctor = (args: string[], env: Record<string, string> = {}) =>
  command(['doctor', ...args], env);
function command(args: string[], env: Record<string, string>) {
  const alone = { PATH: process.env.PATH, HOME: home, AWS_EC2_METADATA_DISABLED: 'true', ...env };
  return new Promise<{ code: unknown; out: string }>((resolve) => {
    execFile(process.execPath, [COMMAND, ...args], { env: alone }, (error, out) =>
      resolve({ code: error?.code ?? 0, out }),
    );
  });
}
async function states(args: string[], env: Record<string, string>) {
  const { code, out } = await doctor([...args, '--json'], env);
  const { ok, checks } = JSON.parse(out) as Said;
  const stateOf = Object.fromEntries(checks.map(({ name, state }) => [name, state]));
  const found = (name: string) => checks.find((one) => one.name === name);
  return { code, ok, stateOf, found };
}

it('is content where everything is there, and says where the credentials come from', async () => {
  const env = { ...service.iamEnv, ...chromiumEnv() };
  const { code, ok, stateOf, found } = await states(['--definition', 'shop'], env);
  expect({ code, ok }).toEqual({ code: 0, ok: true });
  expect(stateOf).toEqual({
    node: 'ok',
    settings: 'ok',
    display: 'ok',
    browser: 'ok',
    proxy: 'ok',
    credentials: 'ok',
    endpoint: 'ok',
    clock: 'ok',
    permissions: 'ok',
  });
  expect(found('credentials')?.says).toContain('AWS_ACCESS_KEY_ID');
  expect(found('credentials')?.says).not.toContain(service.credentials.secretAccessKey);
  expect(found('browser')?.says).toMatch(/chromium \d+/);
});

it('tells each thing that is missing with its remedy, and ends with 1', async () => {
  const env = {
    NOVA_ACT_BROWSER_EXECUTABLE: '/no/such/browser',
    // Nothing listens there.
    AWS_ENDPOINT_URL_NOVA_ACT: 'http://127.0.0.1:9',
  };
  const { code, ok, stateOf, found } = await states([], env);
  expect({ code, ok }).toEqual({ code: 1, ok: false });
  expect(stateOf).toMatchObject({
    browser: 'failed',
    credentials: 'failed',
    endpoint: 'failed',
    clock: 'skipped',
    permissions: 'skipped',
  });
  expect(found('browser')?.says).toContain('Give the path of a Chrome');
  expect(found('credentials')?.remedy).toContain('--local');
  expect(found('endpoint')?.remedy).toContain('AWS_ENDPOINT_URL_NOVA_ACT');
});

it('names a definition that there is not, and how to make it', async () => {
  const env = { ...service.iamEnv, ...chromiumEnv() };
  const { code, found } = await states(['--definition', 'none'], env);
  expect(code).toBe(1);
  expect(found('permissions')).toMatchObject({
    state: 'failed',
    remedy: 'nova-act definition create none',
  });
});

it('with --local looks at this machine alone, in lines for people', async () => {
  const { code, out } = await doctor(['--local'], chromiumEnv());
  expect(code).toBe(0);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => line.split(/ +/).slice(0, 2).join(' '));
  const names = ['node', 'settings', 'display', 'browser', 'proxy', 'local'];
  expect(lines).toEqual(names.map((name) => `✔ ${name}`));
});

const ROLE = 'role_arn = arn:aws:iam::123456789012:role/a';
const SSO =
  'sso_start_url = https://x.awsapps.com/start\nsso_region = us-east-1\nsso_account_id = 1\nsso_role_name = a';

it.each([
  ['a file with an error in it', '[default\nregion = us-east-1', [], 'line 1 begins a section'],
  ['a profile that is not there', '[profile a]', ['--profile', 'b'], 'There is no profile b'],
  ['a login that is over', `[profile a]\n${SSO}`, ['--profile', 'a'], 'aws sso login --profile a'],
  [
    'a process that fails',
    '[profile a]\ncredential_process = sh -c "echo no vault >&2; exit 3"',
    ['--profile', 'a'],
    'exited with code 3, saying: no vault',
  ],
  [
    'roles in a circle',
    `[profile a]\n${ROLE}\nsource_profile = b\n[profile b]\n${ROLE}\nsource_profile = a`,
    ['--profile', 'a'],
    'goes round in a circle',
  ],
])('%s is told as what it is, by the doctor and by an act', async (_what, config, args, told) => {
  mkdirSync(join(home, '.aws'), { recursive: true });
  writeFileSync(join(home, '.aws/config'), config);
  const { found } = await states(args, {});
  expect(found('credentials')?.says).toContain(told);
  const definition = ['--definition', 'shop', '--url', 'https://example.com', '--json'];
  const act = await command(['act', 'Look', ...definition, ...args], chromiumEnv());
  expect(act.code).toBe(3);
  expect(JSON.parse(act.out).error).toMatchObject({
    code: 'AUTH_NOT_RESOLVED',
    message: expect.stringContaining(told),
  });
});
