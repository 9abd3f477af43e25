import { readConfig } from '@nova-act/core/runtime';
import { createLocalService, scriptedModel } from '@nova-act/local';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Surroundings } from '../../packages/cli/src/arguments/surroundings.js';
import { runIn } from '../../packages/cli/src/run-cli.case.js';

let service: ReturnType<typeof createLocalService>;
let now = 0;
let agrees = false;
const asked: string[] = [];

beforeEach(() => {
  now = Date.UTC(2026, 0, 31, 12);
  asked.length = 0;
  service = createLocalService({
    model: scriptedModel([]),
    workflowDefinitions: ['shop'],
    now: () => now,
    models: {
      models: [
        { modelId: 'nova-act-v1.0', status: 'LEGACY', minimumCompatibilityVersion: 1 },
        { modelId: 'nova-act-v2.0', status: 'ACTIVE', minimumCompatibilityVersion: 1 },
        { modelId: 'nova-act-v9.0', status: 'ACTIVE', minimumCompatibilityVersion: 99 },
      ],
      aliases: { 'nova-act-latest': 'nova-act-v2.0' },
    },
  });
});

/** A person at the terminal, and the service in memory. */
const around = (): Partial<Surroundings> => ({
  service: {
    credentials: service.credentials,
    fetch: service.fetch,
    config: readConfig({}),
    clock: { now: () => now, after: () => () => {} },
  },
  stop: () => new AbortController().signal,
  questions: {
    async confirm(message) {
      asked.push(message);
      return agrees;
    },
    choose: () => Promise.reject(new Error('Nothing is to be chosen.')),
  },
});
const run = (...args: string[]) => runIn(around(), ...args);
const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).out);
const newRun = async () => (await run('run', 'create', '--definition', 'shop')).out.trim();
const OF_SHOP = ['--definition', 'shop'] as const;

describe('nova-act definition', () => {
  it('creates, lists, shows and deletes', async () => {
    const created = await run('definition', 'create', 'nightly', '--bucket', 'my-traces');
    expect(created).toMatchObject({ code: 0, out: 'nightly ACTIVE\n' });
    expect((await run('definition', 'list')).out).toMatch(
      /^NAME .*\n(?:.*\n)*nightly +ACTIVE +2026/m,
    );
    const { out } = await run('definition', 'show', 'nightly');
    expect(out).toContain('exports to  s3://my-traces\n');
    expect(await json('definition', 'show', 'nightly')).toMatchObject({
      name: 'nightly',
      exportConfig: { s3BucketName: 'my-traces' },
    });
    const deleted = await run('definition', 'delete', 'nightly', '--yes');
    expect(deleted).toMatchObject({ code: 0, out: 'nightly DELETING\n' });
    expect(asked).toEqual([]);
  });

  it('asks before it deletes, and takes no for no', async () => {
    agrees = false;
    expect(await run('definition', 'delete', 'shop')).toMatchObject({
      code: 0,
      out: '',
      error: 'Nothing was deleted.\n',
    });
    expect(asked).toEqual([expect.stringContaining('shop with all of its runs')]);
    agrees = true;
    expect((await run('definition', 'delete', 'shop')).out).toBe('shop DELETING\n');
  });

  it('refuses to create what there is, and takes it with --if-missing', async () => {
    expect((await run('definition', 'create', 'shop')).code).toBe(1);
    expect((await run('definition', 'create', 'shop', '--if-missing')).code).toBe(0);
  });

  it('that there is none of is exit code 4, with what to do', async () => {
    const { code, error } = await run('definition', 'show', 'none');
    expect(code).toBe(4);
    expect(error).toContain('nova-act definition list');
  });
});

describe('nova-act run', () => {
  it('creates, lists newest first, shows and deletes', async () => {
    const first = await newRun();
    now += 60_000;
    const second = await newRun();
    const { out } = await run('run', 'list', ...OF_SHOP);
    const rows = out.trim().split('\n').slice(1);
    expect(rows.map((row) => row.split(/ {2,}/).slice(0, 2))).toEqual([
      [second, 'RUNNING'],
      [first, 'RUNNING'],
    ]);
    expect((await run('run', 'show', first, ...OF_SHOP)).out).toContain('model    nova-act-latest');
    expect((await run('run', 'delete', first, ...OF_SHOP, '--yes')).code).toBe(0);
  });

  it('lists as many as asked for, and says that there are more', async () => {
    await newRun();
    await newRun();
    const { out, error } = await run('run', 'list', ...OF_SHOP, '--limit', '1');
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(error).toContain('there are more');
    const whole = await run('run', 'list', ...OF_SHOP, '--limit', '2');
    expect(whole.error).toBe('');
  });

  it('lists none in words for people, and as an empty array for programs', async () => {
    expect(await run('run', 'list', ...OF_SHOP)).toMatchObject({
      out: '',
      error: 'There are no runs.\n',
    });
    expect(await json('run', 'list', ...OF_SHOP)).toEqual([]);
  });

  it('ends a run FAILED, or as it is told, once', async () => {
    const [a, b] = [await newRun(), await newRun()];
    expect((await run('run', 'end', a, ...OF_SHOP)).out).toBe(`${a} FAILED\n`);
    expect((await run('run', 'end', b, ...OF_SHOP, '--status', 'SUCCEEDED')).code).toBe(0);
    expect(service.runs().map(({ status }) => status)).toEqual(['FAILED', 'SUCCEEDED']);
    const failed = await run('run', 'list', ...OF_SHOP, '--status', 'FAILED', '--json');
    expect(
      JSON.parse(failed.out).map((one: { workflowRunId: string }) => one.workflowRunId),
    ).toEqual([a]);
    expect((await run('run', 'end', b, ...OF_SHOP)).code).toBe(1);
  });

  it('ends those that were left behind, and says first which', async () => {
    const left = await newRun();
    now += 2 * 3_600_000;
    const alive = await newRun();
    const orphans = ['run', 'end', '--orphans', ...OF_SHOP];
    const dry = await run(...orphans, '--dry-run');
    expect(dry.out).toContain(left);
    expect(dry.error).toBe('1 was left behind; 1 live.\n');
    expect(service.runs().map(({ status }) => status)).toEqual(['RUNNING', 'RUNNING']);
    const report = await json(...orphans);
    expect(report).toMatchObject({ orphans: [{ workflowRunId: left }], alive: 1, failed: [] });
    expect((await run('run', 'show', left, ...OF_SHOP)).out).toContain('FAILED');
    expect((await run('run', 'show', alive, ...OF_SHOP)).out).toContain('RUNNING');
  });
});

it('nova-act session list and act list, show look into a run', async () => {
  const runId = await newRun();
  expect(await json('session', 'list', ...OF_SHOP, '--run', runId)).toEqual([]);
  expect(await json('act', 'list', ...OF_SHOP, '--run', runId)).toEqual([]);
  const { code, error } = await run('act', 'show', 'a-1', ...OF_SHOP);
  expect(code).toBe(4);
  expect(error).toContain('nova-act act list --definition shop');
});

it('nova-act models says what the names that stay stand for, and what is on its way out', async () => {
  const { out } = await run('models');
  const rows = out
    .trim()
    .split('\n')
    .map((line) => line.split(/ {2,}/));
  expect(rows).toEqual([
    ['MODEL', 'STATUS', 'ALSO CALLED', 'NOTE'],
    ['nova-act-v1.0', 'LEGACY', 'on its way out: use another, or a name that stays'],
    ['nova-act-v2.0', 'ACTIVE', 'nova-act-latest'],
    ['nova-act-v9.0', 'ACTIVE', 'not for this version of the command'],
  ]);
  expect(await json('models')).toMatchObject({ modelAliases: [{ aliasName: 'nova-act-latest' }] });
});

it('what the service refuses has the exit code of its kind, and JSON with the request', async () => {
  service.faults.add({ kind: 'status', status: 403, operation: 'ListModels', times: 1 });
  const { code, out, error } = await run('models', '--json');
  expect(code).toBe(3);
  expect(JSON.parse(out).error).toMatchObject({
    code: 'ACT_ACCESS_DENIED',
    exitCode: 3,
    requestId: expect.any(String),
  });
  expect(error).toContain('iam-policy');
});
