import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
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

/** What the doctor says in an environment of its own. */
function doctor(args: string[], env: Record<string, string> = {}) {
  const alone = { PATH: process.env.PATH, HOME: home, AWS_EC2_METADATA_DISABLED: 'true', ...env };
  return new Promise<{ code: unknown; out: string }>((resolve) => {
    execFile(process.execPath, [COMMAND, 'doctor', ...args], { env: alone }, (error, out) =>
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
