import {
  ActConflictError,
  ActNotFoundError,
  ActServiceQuotaExceededError,
  NovaActControl,
  ValidationError,
  WorkflowDefinitionMismatchError,
} from '@nova-act/core';
import { createLocalService, type LocalServiceOptions } from '@nova-act/local';
import { Workflow } from '@nova-act/workflow';
import { describe, expect, it } from 'vitest';
import { ACT, EVERY_OPERATION, RUN, SESSION } from './every-operation.js';

const exportConfig = { s3BucketName: 'traces', s3KeyPrefix: 'nova' };
const [flights, latest] = ['flights', 'nova-act-latest'];
const definition = { workflowDefinitionName: flights };

/** A service in memory that creates no definition by itself, and clients of it. */
function open(options: LocalServiceOptions = {}) {
  const clock = { nowMs: Date.now() };
  const service = createLocalService({
    autoCreateDefinitions: false,
    now: () => clock.nowMs,
    ...options,
  });
  const client = (more: ConstructorParameters<typeof NovaActControl>[0] = {}) =>
    new NovaActControl({
      credentials: service.credentials,
      endpointUrl: 'http://127.0.0.1',
      fetch: service.fetch,
      ...more,
    });
  return { service, clock, client, control: client() };
}

describe('all of the service', () => {
  it('is reached: a definition, its runs, their sessions, acts and steps, from creation to deletion', async () => {
    const { control, service } = open({ workflowDefinitions: [] });
    const created = await control.createWorkflowDefinition({ name: flights, exportConfig });
    expect(created).toEqual({ status: 'ACTIVE' });
    const { workflowRunId } = await control.createWorkflowRun({ ...definition, modelId: latest });
    const run = { ...definition, workflowRunId };
    const { sessionId } = await control.createSession(run);
    const { actId } = await control.createAct({ ...run, sessionId, task: 'return done' });
    const act = { ...run, sessionId, actId };

    expect(await control.getWorkflowRun(run)).toMatchObject({
      status: 'RUNNING',
      modelId: latest,
      workflowRunArn: expect.stringContaining(workflowRunId),
      startedAt: expect.any(Date),
    });
    expect(await control.listSessions(run).toArray()).toEqual([{ sessionId }]);
    expect(await control.listActs(run).toArray()).toMatchObject([{ actId, status: 'RUNNING' }]);

    await control.updateAct({ ...act, status: 'SUCCEEDED' });
    await control.updateWorkflowRun({ ...run, status: 'SUCCEEDED' });
    expect(await control.listActs(act).toArray()).toMatchObject([{ actId, status: 'SUCCEEDED' }]);
    expect(await control.listWorkflowRuns(definition).toArray()).toMatchObject([
      { workflowRunId, status: 'SUCCEEDED', endedAt: expect.any(Date) },
    ]);

    expect(await control.deleteWorkflowRun(run)).toEqual({ status: 'DELETING' });
    expect(await control.deleteWorkflowDefinition(definition)).toEqual({ status: 'DELETING' });
    const refused = service.requests().filter(({ status }) => status >= 400);
    expect(refused).toEqual([]);
  });

  it('is known by the same names on both sides of the wire', async () => {
    const { control, service } = open({ workflowDefinitions: [] });
    for (const call of Object.values(EVERY_OPERATION)) await call(control).catch(() => undefined);
    const seen = service.requests().map(({ operation }) => operation);
    expect([...new Set(seen)].sort()).toEqual(Object.keys(EVERY_OPERATION).sort());
  });

  it('gives lists of more than a page whole, in the order asked for', async () => {
    const { control, service } = open({ workflowDefinitions: [flights] });
    const made: string[] = [];
    for (let count = 0; count < 7; count++) {
      made.push(
        (await control.createWorkflowRun({ ...definition, modelId: latest })).workflowRunId,
      );
    }
    const ids = async (sortOrder: 'Ascending' | 'Descending', limit?: number) => {
      const runs = control.listWorkflowRuns({ ...definition, maxResults: 3, sortOrder }, { limit });
      return (await runs.toArray()).map(({ workflowRunId }) => workflowRunId);
    };
    expect(await ids('Ascending')).toEqual(made);
    expect(await ids('Descending', 4)).toEqual(made.toReversed().slice(0, 4));
    const pages = service.requests().filter(({ operation }) => operation === 'ListWorkflowRuns');
    expect(pages).toHaveLength(5);
  });
});

describe('ensureWorkflowDefinition', () => {
  it('creates the definition once, and gives it every time', async () => {
    const { control, service } = open();
    const first = await control.ensureWorkflowDefinition({
      name: flights,
      description: 'Finds flights',
      exportConfig,
    });
    expect(first).toMatchObject({ name: flights, status: 'ACTIVE', exportConfig });
    expect(await control.ensureWorkflowDefinition({ name: flights, exportConfig })).toEqual(first);
    expect(await control.ensureWorkflowDefinition({ name: flights })).toEqual(first);
    const creations = service.requests().filter(({ method }) => method === 'PUT');
    expect(creations).toHaveLength(1);
  });

  it('is safe where many do it at once', async () => {
    const { client, service } = open();
    const many = Array.from({ length: 8 }, () =>
      client().ensureWorkflowDefinition({ name: flights, exportConfig }),
    );
    const all = await Promise.all(many);
    expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(1);
    const created = service.requests().filter(({ method }) => method === 'PUT');
    expect(created.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });

  it('refuses a definition that exports elsewhere, and shows both', async () => {
    const { control } = open();
    await control.ensureWorkflowDefinition({ name: flights, exportConfig });
    const wanted = { s3BucketName: 'elsewhere' };
    const refused = control.ensureWorkflowDefinition({ name: flights, exportConfig: wanted });
    await expect(refused).rejects.toThrow(WorkflowDefinitionMismatchError);
    await expect(refused).rejects.toMatchObject({ existing: exportConfig, wanted });
  });

  it('says of a definition that is being deleted that it is, and creates it when it is gone', async () => {
    const { control, clock } = open({ workflowDefinitions: [flights], deletionDelayMs: 1_000 });
    await control.deleteWorkflowDefinition(definition);
    const early = control.ensureWorkflowDefinition({ name: flights });
    await expect(early).rejects.toThrow(ActConflictError);
    clock.nowMs += 1_000;
    expect(await control.ensureWorkflowDefinition({ name: flights })).toMatchObject({
      status: 'ACTIVE',
    });
  });

  it('is what a run without a definition is told to call', async () => {
    const { service } = open();
    const starting = Workflow.start({
      workflowDefinitionName: flights,
      modelId: latest,
      credentials: service.credentials,
      endpointUrl: 'http://127.0.0.1',
      fetch: service.fetch,
    });
    await expect(starting).rejects.toThrow(ActNotFoundError);
    await expect(starting).rejects.toThrow(
      'new NovaActControl().ensureWorkflowDefinition({ name: "flights" })',
    );
  });

  it('heeds an abort', async () => {
    const { control, service } = open();
    const reason = new Error('not now');
    const signal = AbortSignal.abort(reason);
    await expect(control.ensureWorkflowDefinition({ name: flights }, { signal })).rejects.toBe(
      reason,
    );
    expect(service.requests()).toEqual([]);
  });
});

describe('a refusal', () => {
  it('of a quota has its name', async () => {
    const { control } = open({ faults: [{ kind: 'quota' }] });
    const refused = await control.createWorkflowDefinition({ name: flights }).catch((e) => e);
    expect(refused).toBeInstanceOf(ActServiceQuotaExceededError);
    expect(refused).toMatchObject({ quotaCode: 'L-LOCAL', serviceCode: 'nova-act' });
    expect(refused.message).toContain('The quota is L-LOCAL of nova-act');
  });

  it('that passes is tried again, with the same client token', async () => {
    const { control, service } = open({ faults: [{ kind: 'reset-after-execute', times: 1 }] });
    expect(await control.createWorkflowDefinition({ name: flights })).toEqual({ status: 'ACTIVE' });
    const [first, second, ...more] = service.requests();
    expect(first?.clientToken).toBe(second?.clientToken);
    expect(more).toEqual([]);
  });
});

it('models on their way out are warned of, with what stays', async () => {
  const warned: [string, unknown][] = [];
  const logger = {
    debug() {},
    info() {},
    warn: (message: string, fields?: unknown) => warned.push([message, fields]),
    error() {},
  };
  const models = {
    models: (['ACTIVE', 'LEGACY', 'DEPRECATED', 'PREVIEW'] as const).map((status) => ({
      modelId: `nova-act-${status}`,
      status,
      minimumCompatibilityVersion: 1,
    })),
    aliases: { [latest]: 'nova-act-ACTIVE', 'nova-act-old': 'nova-act-LEGACY' },
  };
  const { client } = open({ models });
  const { modelSummaries } = await client({ logger }).listModels();
  expect(modelSummaries).toHaveLength(4);
  expect(warned).toEqual([
    [
      expect.stringContaining('LEGACY'),
      { models: ['nova-act-LEGACY'], instead: ['nova-act-latest (nova-act-ACTIVE)'] },
    ],
    [
      expect.stringContaining('DEPRECATED'),
      expect.objectContaining({ models: ['nova-act-DEPRECATED'] }),
    ],
  ]);
});

describe('with an API key', () => {
  const SIX = [
    ...['CreateWorkflowRun', 'UpdateWorkflowRun', 'CreateSession'],
    ...['CreateAct', 'InvokeActStep', 'UpdateAct'],
  ];

  it.each(Object.keys(EVERY_OPERATION).filter((name) => !SIX.includes(name)))(
    'there is no %s, which is said before anything is sent',
    async (name) => {
      const { service } = open();
      const { apiKey, fetch } = service;
      const control = new NovaActControl({ apiKey, endpointUrl: 'http://127.0.0.1/agent', fetch });
      const refused = EVERY_OPERATION[name]?.(control);
      await expect(refused).rejects.toThrow(ValidationError);
      await expect(refused).rejects.toThrow(`apiKey: has no ${name}. Use IAM`);
      expect(service.requests()).toEqual([]);
    },
  );

  it('there are the six of a run', async () => {
    const { service } = open();
    const { apiKey, fetch } = service;
    const control = new NovaActControl({ apiKey, endpointUrl: 'http://127.0.0.1/agent', fetch });
    const own = { workflowDefinitionName: 'default' };
    const { workflowRunId } = await control.createWorkflowRun({ ...own, modelId: latest });
    const run = { ...own, workflowRunId };
    const { sessionId } = await control.createSession(run);
    const { actId } = await control.createAct({ ...run, sessionId, task: 'x' });
    await control.updateAct({ ...run, sessionId, actId, status: 'FAILED' });
    await control.updateWorkflowRun({ ...run, status: 'FAILED' });
    const act = { ...own, workflowRunId: RUN, sessionId: SESSION, actId: ACT };
    const step = control.invokeActStep({
      ...act,
      callResults: [{ callId: 'c', content: [{ text: '' }] }],
    });
    await expect(step).rejects.toThrow(ActNotFoundError);
  });
});
