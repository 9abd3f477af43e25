import { Worker } from 'node:worker_threads';
import { ActInternalServerError, AuthError, NovaAct } from '@nova-act/core';
import { readConfig } from '@nova-act/core/runtime';
import { type Fault, type FaultKind, startLocalService } from '@nova-act/local';
import { type JoinOptions, joinWorkflow, Workflow, type WorkflowOptions } from '@nova-act/workflow';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fakeActuator } from '../../packages/core/test/support/fake-actuator.js';
import { localRun, rejection } from './support/local-run.js';

const SURFACES = ['aws', 'api-key'] as const;
type Surface = (typeof SURFACES)[number];

function worldOf(surface: Surface, faults: Fault[] = []) {
  const local = localRun({ faults });
  const { service, seams } = local;
  const own =
    surface === 'aws'
      ? { credentials: service.credentials }
      : { apiKey: service.apiKey, endpointUrl: 'https://local.example/agent' };
  const options: WorkflowOptions = surface === 'aws' ? local.iam : local.apiKey;
  const joining: JoinOptions = { ...own, ...seams };
  return { ...local, options, joining, status: () => service.runs()[0]?.status };
}

/** A workflow whose run is handed over for good. */
async function transferred(world: ReturnType<typeof worldOf>) {
  const workflow = await Workflow.start(world.options);
  const handoff = workflow.handoff({ ownership: 'transfer' });
  return { workflow, handoff };
}

describe.each(SURFACES)('a run that was transferred, on the %s surface', (surface) => {
  /** What a join asks the service with, before its function runs. */
  const lookUp = surface === 'aws' ? 'GetWorkflowRun' : 'CreateSession';

  it.each<FaultKind>(['status', 'throttle', 'reset', 'malformed'])(
    'is ended FAILED by a joiner whose look-up fails (%s) before its function runs',
    async (kind) => {
      const world = worldOf(surface, [{ kind, operation: lookUp, times: 2 }]);
      const { handoff } = await transferred(world);
      let ran = false;
      const body = () => {
        ran = true;
      };
      const joining = joinWorkflow(handoff, body, world.joining);
      expect(await rejection(joining)).toMatchObject({ operation: lookUp });
      expect(ran).toBe(false);
      expect(world.status()).toBe('FAILED');
      expect(world.statuses()).toEqual([['FAILED', 1]]);
    },
  );

  it('is ended FAILED by a joiner that is canceled during its look-up', async () => {
    const world = worldOf(surface, [{ kind: 'silent', operation: lookUp, times: 1 }]);
    const { handoff } = await transferred(world);
    const abort = new AbortController();
    const fetch: typeof globalThis.fetch = (input, init) => {
      queueMicrotask(() => abort.abort('enough'));
      return world.service.fetch(input as string, init);
    };
    const options: JoinOptions = Object.assign({}, world.joining, { fetch, signal: abort.signal });
    const error = await rejection(joinWorkflow(handoff, () => 1, options));
    expect(error).toMatchObject({ code: 'WORKFLOW_CANCELED', cause: 'enough' });
    await expect.poll(world.status).toBe('FAILED');
  });

  it('and cannot be ended by that joiner either: its own error, with that failure beside it', async () => {
    const faults: Fault[] = [
      { kind: 'status', operation: lookUp, times: 2 },
      { kind: 'reset', operation: 'UpdateWorkflowRun', times: 2 },
    ];
    const world = worldOf(surface, faults);
    const { handoff } = await transferred(world);
    const error = await rejection(joinWorkflow(handoff, () => 1, world.joining));
    expect(error).toBeInstanceOf(ActInternalServerError);
    expect(error).toMatchObject({
      operation: lookUp,
      suppressed: [{ operation: 'UpdateWorkflowRun' }],
    });
    expect(await handoff.takeBack()).toBe(true);
  });

  it('is left as it is by a joiner of a run that is only shared', async () => {
    const world = worldOf(surface, [{ kind: 'status', operation: lookUp, times: 2 }]);
    await using workflow = await Workflow.start(world.options);
    await rejection(joinWorkflow(workflow.handoff(), () => 1, world.joining));
    expect(world.statuses()).toEqual([['RUNNING', 0]]);
  });

  it('is given back by a joiner that cannot even look it up, and joined by the next', async () => {
    const world = worldOf(surface);
    const { handoff } = await transferred(world);
    const without: JoinOptions = Object.assign({}, world.seams, {
      credentials: async () => Promise.reject(new Error('no credentials')),
      config: readConfig({}),
    });
    const aborted: JoinOptions = Object.assign({}, world.joining, { signal: AbortSignal.abort() });
    const bad: JoinOptions = Object.assign({}, world.joining, { requestTimeoutMs: -1 });
    expect(await rejection(joinWorkflow(handoff, () => 1, without))).toBeInstanceOf(
      surface === 'aws' ? AuthError : Error,
    );
    await rejection(joinWorkflow(handoff, () => 1, aborted));
    await rejection(joinWorkflow(handoff, () => 1, bad));
    expect(world.statuses()).toEqual([['RUNNING', 0]]);
    expect(await joinWorkflow(handoff, () => 'joined', world.joining)).toBe('joined');
    expect(world.statuses()).toEqual([['SUCCEEDED', 1]]);
  });

  it('is taken back when nobody has joined, and ended by the parent, truly', async () => {
    for (const outcome of ['SUCCEEDED', 'FAILED'] as const) {
      const world = worldOf(surface);
      await Workflow.run(world.options, async (workflow) => {
        const { service, workflowRun } = workflow;
        // The parent's own session is not a joiner.
        if (workflowRun) await service.createSession(workflowRun);
        const handoff = workflow.handoff({ ownership: 'transfer' });
        expect(await handoff.takeBack()).toBe(true);
        expect(await handoff.takeBack()).toBe(true);
        expect(await handoff.accepted).toBe(false);
        if (outcome === 'FAILED') throw new Error('mine');
      }).catch(() => undefined);
      expect(world.statuses()).toEqual([[outcome, 1]]);
    }
  });

  it('is taken back after the parent has ended: then it is ended FAILED, for nobody did the work', async () => {
    const world = worldOf(surface);
    const { workflow, handoff } = await transferred(world);
    await workflow.succeed();
    expect(await workflow.ended).toEqual({});
    expect(world.statuses()).toEqual([['RUNNING', 0]]);
    expect(await handoff.takeBack()).toBe(true);
    expect(world.statuses()).toEqual([['FAILED', 1]]);
  });

  it('is not taken back after the parent has ended from a joiner elsewhere that has ended it', async () => {
    const world = worldOf(surface);
    const { workflow, handoff } = await transferred(world);
    await workflow.succeed();
    const { workflowDefinitionName, workflowRunId } = handoff;
    // As a joiner on another machine does it: nothing of it is heard in this process.
    const run = { workflowDefinitionName, workflowRunId };
    await workflow.service.updateWorkflowRun({ ...run, status: 'SUCCEEDED' });
    expect(await handoff.takeBack()).toBe(false);
    expect(world.status()).toBe('SUCCEEDED');
  });

  it('is not taken back from a joiner that is at work, nor from one that is done', async () => {
    const world = worldOf(surface);
    const { workflow, handoff } = await transferred(world);
    await joinWorkflow(
      JSON.stringify(handoff),
      async () => expect(await handoff.takeBack()).toBe(false),
      world.joining,
    );
    expect(await handoff.takeBack()).toBe(false);
    expect(await handoff.accepted).toBe(true);
    await workflow.succeed();
    expect(world.statuses()).toEqual([['SUCCEEDED', 1]]);
  });

  it('is handed over anew after it was taken back, and then is as before', async () => {
    const world = worldOf(surface);
    const { workflow, handoff } = await transferred(world);
    await handoff.takeBack();
    const again = workflow.handoff({ ownership: 'transfer' });
    expect(await handoff.takeBack()).toBe(false);
    expect(await again.takeBack()).toBe(true);
    const last = workflow.handoff({ ownership: 'transfer' });
    expect(await joinWorkflow(last, () => 1, world.joining)).toBe(1);
    expect(await last.takeBack()).toBe(false);
    expect(world.statuses()).toEqual([['SUCCEEDED', 1]]);
  });

  it('is one session for its joiner: that by which it is known to have joined is its first', async () => {
    const world = worldOf(surface);
    const { handoff } = await transferred(world);
    const joined = async () => {
      const nova = await NovaAct.start({ actuator: fakeActuator() });
      await nova.stop();
    };
    await joinWorkflow(handoff, joined, world.joining);
    expect(world.service.runs()[0]?.sessions).toHaveLength(1);
  });

  it('cannot be joined once the parent has taken it back and ended it', async () => {
    const world = worldOf(surface);
    const { workflow, handoff } = await transferred(world);
    await handoff.takeBack();
    await workflow.succeed();
    const joining = joinWorkflow(handoff, () => 1, world.joining);
    expect(await rejection(joining)).toMatchObject({ code: 'HANDOFF_RUN_ENDED' });
    expect(world.statuses()).toEqual([['SUCCEEDED', 1]]);
  });
});

it('on the AWS surface a joiner elsewhere is seen by what the service has', async () => {
  const world = worldOf('aws');
  const { workflow, handoff } = await transferred(world);
  const { claim, workflowDefinitionName, workflowRunId } = handoff;
  // As a joiner on another machine does it: nothing of it is heard in this process.
  const run = { workflowDefinitionName, workflowRunId };
  await workflow.service.createSession(run);
  await workflow.service.createSession({ ...run, clientToken: claim });
  expect(await handoff.takeBack()).toBe(false);
  await workflow.succeed();
  expect(world.statuses()).toEqual([['RUNNING', 0]]);
});

it('nothing has changed when the service cannot be asked whether somebody has joined', async () => {
  const world = worldOf('aws', [{ kind: 'status', operation: 'GetWorkflowRun', times: 2 }]);
  const { workflow, handoff } = await transferred(world);
  expect(await rejection(handoff.takeBack())).toBeInstanceOf(ActInternalServerError);
  expect(() => workflow.handoff({ ownership: 'transfer' })).toThrow(/not this workflow's/);
  expect(await handoff.takeBack()).toBe(true);
  await workflow.succeed();
  expect(world.statuses()).toEqual([['SUCCEEDED', 1]]);
});

it('a joiner in a worker thread is heard of, and holds the run', async () => {
  const service = await startLocalService();
  onTestFinished(() => service.stop());
  const options = { ...service.workflowOptions, workflowDefinitionName: 'threads' };
  const workflow = await Workflow.start(options);
  const handoff = workflow.handoff({ ownership: 'transfer', credentials: 'include' });
  const worker = new Worker(new URL('./support/joiner.mjs', import.meta.url), {
    workerData: { handoff, task: 'session' },
    execArgv: ['--import', 'tsx'],
  });
  expect(await handoff.accepted).toBe(true);
  expect(await handoff.takeBack()).toBe(false);
  await new Promise((resolve) => worker.once('exit', resolve));
  expect(service.runs()[0]?.status).toBe('SUCCEEDED');
});

it('what is sent of a transfer is the plain value', async () => {
  const { handoff } = await transferred(worldOf('aws'));
  expect(structuredClone(handoff)).toEqual(JSON.parse(JSON.stringify(handoff)));
  expect(Object.keys({ ...handoff })).not.toContain('takeBack');
});
