import { inspect } from 'node:util';
import {
  ActInternalServerError,
  ActServiceUnavailableError,
  NotStartedError,
  WorkflowCanceledError,
  WorkflowEndedError,
  WorkflowRunUpdateError,
} from '@nova-act/core';
import { currentWorkflow, Workflow } from '@nova-act/workflow';
import { describe, expect, it } from 'vitest';
import { countedSignal } from '../../packages/core/test/support/counted-signal.js';
import { localRun, rejection } from './support/local-run.js';

const hang = () => new Promise<never>(() => {});
const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('Workflow.run', () => {
  it('creates one run, gives what the body resolves to, and ends the run SUCCEEDED', async () => {
    const { iam, asked, statuses, service } = localRun();
    const seen: string[] = [];
    const result = await Workflow.run(iam, async (workflow) => {
      expect(currentWorkflow()).toBe(workflow);
      expect(statuses()).toEqual([['RUNNING', 0]]);
      seen.push(workflow.workflowRunId);
      return 42;
    });
    expect(result).toBe(42);
    expect(asked()).toEqual(['CreateWorkflowRun', 'UpdateWorkflowRun']);
    expect(statuses()).toEqual([['SUCCEEDED', 1]]);
    expect(seen).toEqual(service.runs().map((run) => run.workflowRunId));
    expect(service.runs()).toMatchObject([
      { workflowDefinitionName: 'flights', modelId: 'nova-act-latest' },
    ]);
  });

  it.each<[string, () => unknown, unknown]>([
    ['throws before anything is awaited', () => fail('sync'), 'sync'],
    ['rejects after an await', () => tick().then(() => fail('async')), 'async'],
    ['throws a text', () => Promise.reject('text'), 'text'],
    ['throws undefined', () => Promise.reject(undefined), undefined],
    ['throws a frozen error', () => Promise.reject(FROZEN), FROZEN],
  ])('a body that %s ends the run FAILED, and its own error is thrown as it is', async (...row) => {
    const [, body, expected] = row;
    const { iam, statuses } = localRun();
    const thrown = await rejection(Workflow.run(iam, body));
    if (typeof expected === 'string' && thrown instanceof Error) {
      expect(thrown.message).toBe(expected);
    } else expect(thrown).toBe(expected);
    expect(statuses()).toEqual([['FAILED', 1]]);
  });

  it('a run that cannot be created is not begun', async () => {
    const { iam, statuses } = localRun({
      faults: [{ kind: 'status', operation: 'CreateWorkflowRun' }],
    });
    let began = false;
    const thrown = await rejection(
      Workflow.run(iam, () => {
        began = true;
      }),
    );
    expect(thrown).toBeInstanceOf(ActInternalServerError);
    expect(began).toBe(false);
    expect(statuses()).toEqual([]);
  });

  it('a status update that fails once is sent again, and is on record once', async () => {
    for (const kind of [
      'throttle',
      'status',
      'reset',
      'reset-after-execute',
      'truncate',
    ] as const) {
      const { iam, apiKey, statuses } = localRun({
        faults: [
          { kind, operation: 'UpdateWorkflowRun', surface: 'aws', times: 1 },
          { kind, operation: 'UpdateWorkflowRun', surface: 'api-key', times: 1 },
        ],
      });
      expect(await Workflow.run(iam, () => kind)).toBe(kind);
      expect(await Workflow.run(apiKey, () => kind)).toBe(kind);
      expect(statuses().map(([status]) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    }
  });

  it("an update that fails for good is a WorkflowRunUpdateError, which has the body's result", async () => {
    const { iam, statuses, service } = localRun({
      faults: [{ kind: 'reset', operation: 'UpdateWorkflowRun' }],
    });
    const result = { cheapest: 'a long way' };
    const thrown = await rejection(Workflow.run(iam, async () => result));
    expect(thrown).toBeInstanceOf(WorkflowRunUpdateError);
    expect(thrown).toMatchObject({
      code: 'WORKFLOW_RUN_UPDATE_FAILED',
      status: 'SUCCEEDED',
      workflowRunId: service.runs()[0]?.workflowRunId,
      cause: expect.any(ActServiceUnavailableError),
    });
    expect((thrown as WorkflowRunUpdateError).result).toBe(result);
    expect(`${inspect(thrown)}${JSON.stringify(thrown)}`).not.toContain('a long way');
    expect(statuses()).toEqual([['RUNNING', 0]]);
  });

  it("an update that fails for good is attached to the body's own error", async () => {
    const { iam } = localRun({ faults: [{ kind: 'reset', operation: 'UpdateWorkflowRun' }] });
    const own = new Error('own');
    expect(await rejection(Workflow.run(iam, () => Promise.reject(own)))).toBe(own);
    expect(own).toMatchObject({ suppressed: [expect.any(ActServiceUnavailableError)] });
  });
});

describe('the signal of a workflow', () => {
  it('aborted beforehand: nothing is sent', async () => {
    const { iam, service } = localRun();
    const reason = new Error('no');
    const signal = AbortSignal.abort(reason);
    const thrown = await rejection(Workflow.run({ ...iam, signal }, () => 1));
    expect(thrown).toBeInstanceOf(WorkflowCanceledError);
    expect(thrown).toMatchObject({ cause: reason });
    expect(service.requests()).toEqual([]);
  });

  it('aborted while the body hangs: rejects, the run is FAILED, the body sees the abort', async () => {
    const { iam, statuses } = localRun();
    const controller = new AbortController();
    let inside: AbortSignal | undefined;
    const running = Workflow.run({ ...iam, signal: controller.signal }, (workflow) => {
      inside = workflow.signal;
      setImmediate(() => controller.abort('enough'));
      return hang();
    });
    const thrown = await rejection(running);
    expect(thrown).toMatchObject({ code: 'WORKFLOW_CANCELED', cause: 'enough' });
    expect(inside?.aborted).toBe(true);
    expect(inside?.reason).toBe(thrown);
    expect(statuses()).toEqual([['FAILED', 1]]);
  });

  it('aborted while the body hangs and the service is silent: rejects all the same', async () => {
    const { iam, service } = localRun({
      faults: [{ kind: 'silent', operation: 'UpdateWorkflowRun' }],
    });
    const controller = new AbortController();
    const running = Workflow.run({ ...iam, signal: controller.signal }, () => {
      setImmediate(() => controller.abort('enough'));
      return hang();
    });
    expect(await rejection(running)).toBeInstanceOf(WorkflowCanceledError);
    expect(service.faults.list()).toMatchObject([{ hits: 1 }]);
  });

  it('aborted while the run is created: a run that comes late is FAILED too', async () => {
    const controller = new AbortController();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { iam, statuses } = localRun({
      faults: [{ kind: 'latency', latencyMs: 1, operation: 'CreateWorkflowRun' }],
      pause: () => {
        controller.abort();
        return held;
      },
    });
    const thrown = await rejection(Workflow.run({ ...iam, signal: controller.signal }, () => 1));
    expect(thrown).toBeInstanceOf(WorkflowCanceledError);
    expect(statuses()).toEqual([]);
    release();
    while (statuses()[0]?.[0] !== 'FAILED') await tick();
    expect(statuses()).toEqual([['FAILED', 1]]);
  });

  it('aborted after the body is done, while SUCCEEDED is not answered: the result is on the error', async () => {
    const controller = new AbortController();
    const { iam } = localRun({
      faults: [{ kind: 'latency', latencyMs: 1, operation: 'UpdateWorkflowRun' }],
      pause: () => {
        controller.abort('enough');
        return hang();
      },
    });
    const thrown = await rejection(Workflow.run({ ...iam, signal: controller.signal }, () => 'r'));
    expect(thrown).toMatchObject({ status: 'SUCCEEDED', result: 'r', cause: 'enough' });
  });

  it('aborted, what the body throws later for a reason of its own is attached', async () => {
    const { iam } = localRun();
    const controller = new AbortController();
    const own = new Error('own');
    const signal = controller.signal;
    const body = async (workflow: Workflow) => {
      controller.abort();
      await tick();
      expect(workflow.signal.aborted).toBe(true);
      throw own;
    };
    const thrown = await rejection(Workflow.run({ ...iam, signal }, body));
    expect(thrown).toBeInstanceOf(WorkflowCanceledError);
    expect(thrown).toMatchObject({ suppressed: [own] });
  });

  it('aborted, what the body throws because of it is not attached in a circle', async () => {
    const { iam } = localRun();
    const controller = new AbortController();
    const body = async (workflow: Workflow) => {
      controller.abort();
      await tick();
      throw new Error('ended by the abort', { cause: workflow.signal.reason });
    };
    const thrown = await rejection(Workflow.run({ ...iam, signal: controller.signal }, body));
    await tick();
    expect(thrown).not.toHaveProperty('suppressed');
    expect(JSON.stringify(thrown)).toContain('WORKFLOW_CANCELED');
  });

  it('keeps no listener after the run', async () => {
    const { iam } = localRun();
    const { signal, listeners } = countedSignal();
    await Workflow.run({ ...iam, signal }, () => 1);
    await rejection(Workflow.run({ ...iam, signal }, () => fail('x')));
    expect(listeners.size).toBe(0);
  });
});

describe('what is open in a run', () => {
  it('is closed before the run is ended, however it ends', async () => {
    for (const body of [() => 1, () => fail('own')]) {
      // With a key, for nothing is signed on another thread: a request is there after a few turns.
      const { apiKey, asked } = localRun();
      const order: string[] = [];
      await Workflow.run(apiKey, (workflow) => {
        workflow.admit({
          async close(reason) {
            expect(workflow.signal.aborted).toBe(true);
            expect(reason).toBe(workflow.signal.reason);
            for (let turn = 0; turn < 100; turn += 1) await tick();
            order.push('closed', ...asked());
          },
        });
        return body();
      }).catch(() => undefined);
      expect(order).toEqual(['closed', 'CreateWorkflowRun']);
      expect(asked()).toEqual(['CreateWorkflowRun', 'UpdateWorkflowRun']);
    }
  });

  it('is left alone when it has gone by itself', async () => {
    const { iam } = localRun();
    let closed = 0;
    await Workflow.run(iam, (workflow) => {
      const leave = workflow.admit({
        async close() {
          closed += 1;
        },
      });
      leave();
    });
    expect(closed).toBe(0);
  });

  it('nothing new is admitted to a run that has ended', async () => {
    const { iam } = localRun();
    const workflow = await Workflow.run(iam, (running) => running);
    expect(() => workflow.admit({ close: async () => {} })).toThrow(WorkflowEndedError);
    expect(workflow.signal.aborted).toBe(true);
  });
});

describe('Workflow.start', () => {
  it('is FAILED when it is disposed without a word', async () => {
    const { iam, statuses } = localRun();
    {
      await using workflow = await Workflow.start(iam);
      expect(workflow.workflowRunId).toBeTypeOf('string');
    }
    expect(statuses()).toEqual([['FAILED', 1]]);
  });

  it('is SUCCEEDED when it is told so, once', async () => {
    const { iam, statuses } = localRun();
    {
      await using workflow = await Workflow.start(iam);
      await workflow.succeed();
      await workflow.succeed();
      await workflow.fail(new Error('too late'));
    }
    expect(statuses()).toEqual([['SUCCEEDED', 1]]);
  });

  it('cannot succeed after it has failed', async () => {
    const { iam, statuses } = localRun();
    await using workflow = await Workflow.start(iam);
    const own = new Error('own');
    await workflow.fail(own);
    const thrown = await rejection(workflow.succeed());
    expect(thrown).toBeInstanceOf(WorkflowEndedError);
    expect(thrown).toMatchObject({ cause: own });
    expect(statuses()).toEqual([['FAILED', 1]]);
  });

  it('is FAILED by its signal, and cannot succeed any more', async () => {
    const { iam, statuses } = localRun();
    const controller = new AbortController();
    await using workflow = await Workflow.start({ ...iam, signal: controller.signal });
    controller.abort('enough');
    expect(workflow.signal.aborted).toBe(true);
    expect(await rejection(workflow.succeed())).toMatchObject({
      code: 'WORKFLOW_CANCELED',
      cause: 'enough',
    });
    await workflow[Symbol.asyncDispose]();
    expect(statuses()).toEqual([['FAILED', 1]]);
  });

  it('tells a failing update: succeed() throws it, fail(error) attaches it, fail() throws it, disposal logs it', async () => {
    const { iam } = localRun({ faults: [{ kind: 'reset', operation: 'UpdateWorkflowRun' }] });
    const said: unknown[] = [];
    const logger = { debug() {}, info() {}, warn() {}, error: (...a: unknown[]) => said.push(a) };
    const start = () => Workflow.start({ ...iam, logger });
    const succeeded = rejection((await start()).succeed());
    expect(await succeeded).toMatchObject({ code: 'WORKFLOW_RUN_UPDATE_FAILED' });
    const own = new Error('own');
    await (await start()).fail(own);
    expect(own).toMatchObject({ suppressed: [expect.any(ActServiceUnavailableError)] });
    expect(await rejection((await start()).fail())).toMatchObject({ status: 'FAILED' });
    expect(said).toEqual([]);
    await (await start())[Symbol.asyncDispose]();
    expect(said).toHaveLength(1);
  });

  it('has no run before it starts, and starts once', async () => {
    const { iam, service } = localRun();
    const workflow = new Workflow(iam);
    expect(workflow.workflowRun).toBeUndefined();
    expect(() => workflow.workflowRunId).toThrow(NotStartedError);
    expect(workflow.workflowDefinitionName).toBe('flights');
    await workflow[Symbol.asyncDispose]();
    expect(service.requests()).toEqual([]);
    await workflow.start();
    expect(workflow.workflowRun).toEqual({
      workflowDefinitionName: 'flights',
      workflowRunId: workflow.workflowRunId,
    });
    expect(await rejection(workflow.start())).toBeInstanceOf(NotStartedError);
    await workflow.succeed();
  });
});

const FROZEN = Object.freeze(new Error('frozen'));

function fail(message: string): never {
  throw new Error(message);
}
