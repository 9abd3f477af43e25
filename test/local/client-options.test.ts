import { NovaAct } from '@nova-act/core';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { Workflow, withWorkflow } from '@nova-act/workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeActuator } from '../../packages/core/test/support/fake-actuator.js';

/** A shell that has been set up for something else altogether. */
const ELSEWHERE = {
  AWS_PROFILE: 'production',
  AWS_ACCESS_KEY_ID: 'AKIAELSEWHERE0000000',
  AWS_SECRET_ACCESS_KEY: 'elsewhere',
  AWS_SESSION_TOKEN: 'elsewhere',
  AWS_REGION: 'eu-central-1',
  AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/elsewhere',
  AWS_WEB_IDENTITY_TOKEN_FILE: '/nowhere/token',
  AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:9/credentials',
  AWS_ENDPOINT_URL_NOVA_ACT: 'http://127.0.0.1:9',
  NOVA_ACT_ENDPOINT_URL: 'http://127.0.0.1:9/agent',
  NOVA_ACT_API_KEY: 'e'.repeat(36),
};
const definition = { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' };

let service: RunningLocalService;
beforeEach(async () => {
  for (const [name, value] of Object.entries(ELSEWHERE)) vi.stubEnv(name, value);
  service = await startLocalService({ model: scriptedModel(() => [['return', '"Mars"']]) });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await service.stop();
});

/** The statuses of the only run. */
const onRecord = () =>
  service.runs().map(({ status, acts }) => [status, ...acts.map((act) => act.status)]);
const ask = () =>
  NovaAct.use({ ...service.novaActOptions, actuator: fakeActuator() }, async (nova) => {
    return (await nova.actGet('Which planet?')).parsed;
  });

describe('in a shell that is set up for another account', () => {
  it('a workflow and its sessions use the local service by its options', async () => {
    const options = { ...definition, ...service.workflowOptions };
    expect(await withWorkflow(options, ask)()).toBe('Mars');
    expect(onRecord()).toEqual([['SUCCEEDED', 'SUCCEEDED']]);
  });

  it('a session outside of any workflow uses it by the same options', async () => {
    expect(await ask()).toBe('Mars');
    expect(onRecord()).toEqual([['SUCCEEDED', 'SUCCEEDED']]);
  });

  it('a run of a session’s own is FAILED when what it was used for fails', async () => {
    const options = { ...service.novaActOptions, actuator: fakeActuator() };
    const failing = NovaAct.use(options, async (nova) => {
      await nova.act('Which planet?');
      throw new Error('mine');
    });
    await expect(failing).rejects.toThrow('mine');
    expect(onRecord()).toEqual([['FAILED', 'SUCCEEDED']]);
  });

  it('a workflow uses it by the environment', async () => {
    for (const [name, value] of Object.entries(service.iamEnv)) vi.stubEnv(name, value);
    expect(await Workflow.run(definition, ask)).toBe('Mars');
    expect(onRecord()).toEqual([['SUCCEEDED', 'SUCCEEDED']]);
  });
});
