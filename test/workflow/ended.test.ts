import { NovaAct, ShutdownError, type StartFailedError } from '@nova-act/core';
import { type Fault, scriptedModel } from '@nova-act/local';
import { allRunsEnded, joinWorkflow, Workflow } from '@nova-act/workflow';
import { describe, expect, it } from 'vitest';
import { fakeActuator } from '../../packages/core/test/support/fake-actuator.js';
import { localRun, rejection } from './support/local-run.js';

const never = () => new Promise<never>(() => {});
/** Longer than an abort waits for the run to be on record. */
const slow = (operation: Fault['operation']): Fault => ({
  kind: 'latency',
  operation,
  latencyMs: 300,
});

describe('workflow.ended', () => {
  it.each(['SUCCEEDED', 'FAILED'] as const)('is what was put on record: %s', async (status) => {
    const { iam, statuses } = localRun();
    let ended: Workflow['ended'] | undefined;
    const running = Workflow.run(iam, async (workflow) => {
      ended = workflow.ended;
      if (status === 'FAILED') throw new Error('mine');
    });
    await running.catch(() => undefined);
    expect(await ended).toEqual({ status });
    expect(statuses()).toEqual([[status, 1]]);
  });

  it('resolves after an abort when the run is on record, which its rejection does not wait for', async () => {
    const { iam, statuses } = localRun({ faults: [slow('UpdateWorkflowRun')] });
    const abort = new AbortController();
    let ended: Workflow['ended'] | undefined;
    const running = Workflow.run({ ...iam, signal: abort.signal }, (workflow) => {
      ended = workflow.ended;
      setImmediate(() => abort.abort('enough'));
      return never();
    });
    await rejection(running);
    expect(statuses()).toEqual([['RUNNING', 0]]);
    expect(await ended).toEqual({ status: 'FAILED' });
    expect(statuses()).toEqual([['FAILED', 1]]);
  });

  it('resolves with the failure, and leaves no unhandled rejection, when nothing could be put on record', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => void unhandled.push(error);
    process.on('unhandledRejection', note);
    try {
      const { iam } = localRun({ faults: [{ kind: 'reset', operation: 'UpdateWorkflowRun' }] });
      const workflow = await Workflow.start(iam);
      await rejection(workflow.succeed());
      expect(await workflow.ended).toMatchObject({
        status: 'RUNNING',
        error: { operation: 'UpdateWorkflowRun' },
      });
      await new Promise((resolve) => setImmediate(resolve));
      expect(unhandled).toEqual([]);
    } finally {
      process.off('unhandledRejection', note);
    }
  });

  it('of a run that was never created is nothing', async () => {
    const { iam } = localRun({ faults: [{ kind: 'status', operation: 'CreateWorkflowRun' }] });
    const workflow = new Workflow(iam);
    await rejection(workflow.start());
    expect(await workflow.ended).toEqual({});
  });

  it('of a run whose creation is answered after the abort is FAILED, once that is on record', async () => {
    const { iam, statuses } = localRun({ faults: [slow('CreateWorkflowRun')] });
    const abort = new AbortController();
    const workflow = new Workflow({ ...iam, signal: abort.signal });
    const starting = workflow.start();
    abort.abort('enough');
    await rejection(starting);
    expect(statuses()).toEqual([]);
    expect(await workflow.ended).toEqual({ status: 'FAILED' });
    expect(statuses()).toEqual([['FAILED', 1]]);
  });

  it('of a joiner is nothing, for the end is its parent’s', async () => {
    const { iam, service, seams } = localRun();
    await using workflow = await Workflow.start(iam);
    const own = Object.assign({ credentials: service.credentials }, seams);
    const joined = await joinWorkflow(workflow.handoff(), (running) => running, own);
    expect(await joined.ended).toEqual({});
  });

  it('comes after the sessions of the run are closed', async () => {
    const { iam } = localRun();
    const hand = fakeActuator();
    const workflow = await Workflow.start(iam);
    await NovaAct.start({ workflow, actuator: hand });
    void workflow.fail();
    await workflow.ended;
    expect(hand.did.at(-1)).toBe('stop');
  });
});

describe('allRunsEnded', () => {
  it('waits for every end that is under way, and for those of runs that came to be too late', async () => {
    const faults = [slow('UpdateWorkflowRun'), slow('CreateWorkflowRun')];
    const { iam, service } = localRun({ faults });
    const abort = new AbortController();
    const options = { ...iam, signal: abort.signal };
    const running = Workflow.run(options, async () => {
      const late = rejection(new Workflow(options).start());
      abort.abort('enough');
      return late;
    });
    await rejection(running);
    await allRunsEnded();
    expect(service.runs().map(({ status }) => status)).toEqual(['FAILED', 'FAILED']);
  });

  it('does not wait for a run that goes on', async () => {
    const { iam } = localRun();
    await using workflow = await Workflow.start(iam);
    await allRunsEnded();
    expect(workflow.signal.aborted).toBe(false);
  });
});

describe('StartFailedError.closed', () => {
  it('resolves when what an aborted start had opened is closed, which its rejection does not wait for', async () => {
    const abort = new AbortController();
    let close = () => {};
    const hand = fakeActuator({
      start: never,
      stop: () =>
        new Promise<void>((resolve) => {
          close = resolve;
        }),
    });
    const { iam } = localRun();
    await using workflow = await Workflow.start(iam);
    const starting = NovaAct.start({ workflow, actuator: hand, signal: abort.signal });
    setTimeout(() => abort.abort('enough'), 0);
    const error = (await rejection(starting)) as StartFailedError;
    expect(error.name).toBe('StartFailedError');
    let closed = false;
    const closing = error.closed?.then((failure) => {
      closed = true;
      return failure;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(false);
    close();
    expect(await closing).toBeUndefined();
    expect(JSON.stringify(error)).not.toContain('closed"');
  });

  it('resolves with what could not be closed, which is attached as well', async () => {
    const stuck = new Error('stuck');
    const hand = fakeActuator({
      start: () => Promise.reject(new Error('no browser')),
      stop: () => Promise.reject(stuck),
    });
    const { iam } = localRun();
    await using workflow = await Workflow.start(iam);
    const error = (await rejection(
      NovaAct.start({ workflow, actuator: hand }),
    )) as StartFailedError;
    const failure = await error.closed;
    expect(failure).toMatchObject({ name: 'StopFailedError', cause: stuck });
    expect(error.suppressed).toEqual([failure]);
  });

  it('includes a run of the session’s own, though its creation was answered too late', async () => {
    const { service, seams } = localRun({
      model: scriptedModel([]),
      faults: [slow('CreateWorkflowRun')],
    });
    const abort = new AbortController();
    const ownRun = {
      apiKey: service.apiKey,
      endpointUrl: 'https://local.example/agent',
      fetch: seams.fetch,
    };
    const starting = NovaAct.start({ ownRun, actuator: fakeActuator(), signal: abort.signal });
    setTimeout(() => abort.abort('enough'), 10);
    const error = (await rejection(starting)) as StartFailedError;
    await error.closed;
    expect(service.runs().map(({ status }) => status)).toEqual(['FAILED']);
  });

  it('comes before the rejection when the process is to end: a rejection may be the end of it', async () => {
    const abort = new AbortController();
    let stopped = false;
    const hand = fakeActuator({
      start: never,
      async stop() {
        await new Promise((resolve) => setTimeout(resolve, 300));
        stopped = true;
      },
    });
    const { iam } = localRun();
    await using workflow = await Workflow.start(iam);
    const starting = NovaAct.start({ workflow, actuator: hand, signal: abort.signal });
    setTimeout(() => abort.abort(new ShutdownError('SIGTERM')), 0);
    await rejection(starting);
    expect(stopped).toBe(true);
  });
});
