import { createLocalService } from '@nova-act/local';
import { describe, expect, test } from 'vitest';
import { first, newRun, open, runs } from './open-service.js';
import { surfaces } from './transports.js';

describe('time', () => {
  test('ends an act and a run that nobody ends', async () => {
    const { service, send, clock, openAct } = open({ actTimeoutMs: 1000, runTimeoutMs: 5000 });
    const paths = await openAct();
    const startedAtMs = clock.nowMs;
    clock.nowMs += 999;
    expect((await first(send, paths)).status).toBe(200);
    clock.nowMs += 1;
    expect((await first(send, paths)).status).toBe(409);
    expect((await send('PUT', paths.act, { status: 'SUCCEEDED' })).status).toBe(409);
    expect(service.runs()[0]?.acts[0]).toMatchObject({
      status: 'TIMED_OUT',
      endedAtMs: startedAtMs + 1000,
    });
    clock.nowMs += 4000;
    const run = await send('GET', paths.run);
    expect(run.body).toMatchObject({
      status: 'TIMED_OUT',
      endedAt: new Date(startedAtMs + 5000).toISOString(),
    });
    expect((await send('PUT', paths.run, { status: 'SUCCEEDED' })).status).toBe(409);
  });
});

describe('deleting', () => {
  test('a run shows it for a while, then it is gone with its acts', async () => {
    const { service, send, clock, openAct } = open({ deletionDelayMs: 1000 });
    const paths = await openAct();
    expect(await send('DELETE', paths.run)).toMatchObject({
      status: 202,
      body: { status: 'DELETING' },
    });
    expect((await send('GET', paths.run)).body['status']).toBe('DELETING');
    expect((await first(send, paths)).status).toBe(409);
    expect((await send('DELETE', paths.run)).status).toBe(202);
    clock.nowMs += 1000;
    expect((await send('GET', paths.run)).status).toBe(404);
    expect((await send('POST', runs, {})).body['workflowRunSummaries']).toEqual([]);
    expect(service.runs()).toEqual([]);
  });

  test('a definition takes its runs along, and its name is free again at the end', async () => {
    const { send, clock, openAct } = open({ deletionDelayMs: 1000 });
    const paths = await openAct({ definition: 'old' });
    const definition = '/workflow-definitions/old';
    expect((await send('DELETE', definition)).body).toEqual({ status: 'DELETING' });
    expect((await send('GET', definition)).body['status']).toBe('DELETING');
    expect((await send('PUT', `${definition}/workflow-runs`, newRun)).status).toBe(409);
    expect((await send('GET', paths.run)).body['status']).toBe('DELETING');
    const again = () => send('PUT', '/workflow-definitions', { name: 'old' });
    expect((await again()).status).toBe(409);
    clock.nowMs += 1000;
    expect((await send('GET', definition)).status).toBe(404);
    expect((await again()).status).toBe(201);
  });
});

describe('workflow definitions', () => {
  test('come to be with the first run, unless some were named', async () => {
    const easy = open();
    expect((await easy.send('PUT', runs, newRun)).status).toBe(201);
    const strict = open({ workflowDefinitions: ['known'] });
    expect(await strict.send('PUT', runs, newRun)).toMatchObject({
      status: 404,
      body: {
        __type: 'ResourceNotFoundException',
        resourceType: 'workflow-definition',
        resourceId: 'default',
      },
    });
    const known = '/workflow-definitions/known/workflow-runs';
    expect((await strict.send('PUT', known, newRun)).status).toBe(201);
    const both = open({ workflowDefinitions: ['known'], autoCreateDefinitions: true });
    expect((await both.send('PUT', runs, newRun)).status).toBe(201);
    expect((await open().send('GET', '/workflow-definitions/nobody')).status).toBe(404);
  });

  test('cannot be created twice', async () => {
    const { send } = open();
    const create = () =>
      send('PUT', '/workflow-definitions', { name: 'shop', description: 'A shop' });
    expect((await create()).status).toBe(201);
    expect((await create()).status).toBe(409);
    expect((await send('GET', '/workflow-definitions/shop')).body).toMatchObject({
      name: 'shop',
      description: 'A shop',
      arn: 'arn:aws:nova-act:us-east-1:000000000000:workflow-definition/shop',
      status: 'ACTIVE',
    });
  });

  test('are one on the API-key surface: default', async () => {
    const { send } = open({}, 'API key');
    expect((await send('PUT', runs, newRun)).status).toBe(201);
    const other = '/workflow-definitions/other/workflow-runs';
    expect((await send('PUT', other, newRun)).status).toBe(404);
  });

  test('and runs of one surface are not seen on the other', async () => {
    const service = createLocalService();
    const target = { ...service, origin: 'http://nova-act.test' };
    const aws = surfaces.AWS.client(target);
    const key = surfaces['API key'].client(target);
    const { body } = await key('PUT', runs, newRun);
    expect((await aws('GET', `${runs}/${body['workflowRunId']}`)).status).toBe(404);
    expect((await aws('POST', '/workflow-definitions', {})).body).toEqual({
      workflowDefinitionSummaries: [],
    });
  });
});

describe('the model of a run', () => {
  test('must be known, or be named like one', async () => {
    const { send } = open();
    const status = async (modelId: string, version = 1) =>
      (await send('PUT', runs, { modelId, clientInfo: { compatibilityVersion: version } })).status;
    expect(await status('nova-act-latest')).toBe(201);
    expect(await status('nova-act-v9.9')).toBe(201);
    expect(await status('gpt')).toBe(400);
    expect(await status('nova-act-latest', 0)).toBe(400);
  });

  test('is listed with its aliases and who may use it', async () => {
    const models = {
      models: [
        { modelId: 'nova-act-v1.0', status: 'ACTIVE', minimumCompatibilityVersion: 1 },
        { modelId: 'nova-act-v2.0', status: 'PREVIEW', minimumCompatibilityVersion: 2 },
      ],
      aliases: { 'nova-act-latest': 'nova-act-v1.0', 'nova-act-next': 'nova-act-v2.0' },
    } as const;
    const { send } = open({ models });
    const list = async (version: number) =>
      (await send('POST', `/models?clientCompatibilityVersion=${version}`)).body;
    expect(await list(1)).toEqual({
      modelSummaries: [
        {
          modelId: 'nova-act-v1.0',
          modelLifecycle: { status: 'ACTIVE' },
          minimumCompatibilityVersion: 1,
        },
        {
          modelId: 'nova-act-v2.0',
          modelLifecycle: { status: 'PREVIEW' },
          minimumCompatibilityVersion: 2,
        },
      ],
      modelAliases: [
        {
          aliasName: 'nova-act-latest',
          latestModelId: 'nova-act-v1.0',
          resolvedModelId: 'nova-act-v1.0',
        },
        { aliasName: 'nova-act-next', latestModelId: 'nova-act-v2.0' },
      ],
      compatibilityInformation: {
        clientCompatibilityVersion: 1,
        supportedModelIds: ['nova-act-v1.0'],
      },
    });
    expect((await list(0))['compatibilityInformation']).toMatchObject({
      supportedModelIds: [],
      message: expect.stringContaining('0'),
    });
  });
});
