import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ActNotFoundError, decodeError, type EncodedError, HandoffError } from '@nova-act/core';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { type Handoff, Workflow } from '@nova-act/workflow';
import { Piscina } from 'piscina';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Job {
  handoff: Handoff | string;
  task: 'session' | 'error';
}

type Answer = { sessionId: string } | { error: EncodedError };

const JOINER = new URL('./support/joiner.mjs', import.meta.url);

let service: RunningLocalService;
let pool: Piscina;
const env = () => ({ ...process.env, ...service.iamEnv, NOVA_ACT_API_KEY: '' });

beforeAll(async () => {
  service = await startLocalService({ model: scriptedModel([]) });
  pool = new Piscina({ filename: fileURLToPath(JOINER), maxThreads: 1, env: env() });
});

afterAll(async () => {
  await pool?.destroy();
  await service?.stop();
});

const CARRIERS: Record<string, (job: Job) => Promise<Answer>> = {
  'workerData of a thread': async (job) => {
    const [answer] = await once(new Worker(JOINER, { workerData: job, env: env() }), 'message');
    return answer;
  },
  'postMessage to a thread': async (job) => {
    const worker = new Worker(JOINER, { workerData: 'by-message', env: env() });
    worker.postMessage(job);
    const [answer] = await once(worker, 'message');
    await worker.terminate();
    return answer;
  },
  'a piscina pool': (job) => pool.run(job),
  'a message to a forked process': async (job) => {
    const child = fork(JOINER, { env: env() });
    child.send(job);
    const [answer] = await once(child, 'message');
    return answer as Answer;
  },
  'an environment variable of a forked process': async (job) => {
    const child = fork(JOINER, { env: { ...env(), TEST_HANDOFF_JOB: JSON.stringify(job) } });
    const [answer] = await once(child, 'message');
    return answer as Answer;
  },
};

function options() {
  const { credentials, url } = service;
  return { workflowDefinitionName: 'carriers', credentials, endpointUrl: url };
}

function thrownBy(answer: Answer): unknown {
  if ('error' in answer) return decodeError(answer.error);
  throw new Error('no error came back');
}

describe.each(Object.entries(CARRIERS))('a handoff carried by %s', (_carrier, carry) => {
  it('is joined there: what happens lands in the run, which only the parent ends', async () => {
    const run = await Workflow.run(options(), async (workflow) => {
      const answer = await carry({ handoff: workflow.handoff(), task: 'session' });
      const seen = service.runs().find((one) => one.workflowRunId === workflow.workflowRunId);
      expect(seen).toMatchObject({ status: 'RUNNING', updates: [] });
      expect(seen?.sessions.map(({ sessionId }) => ({ sessionId }))).toEqual([answer]);
      return workflow.workflowRunId;
    });
    const seen = service.runs().find((one) => one.workflowRunId === run);
    expect(seen).toMatchObject({ status: 'SUCCEEDED', updates: [{ accepted: true }] });
  });

  it('brings an error back as the class it was, with code and fields', async () => {
    await Workflow.run(options(), async (workflow) => {
      const error = thrownBy(await carry({ handoff: workflow.handoff(), task: 'error' }));
      expect(error).toBeInstanceOf(ActNotFoundError);
      expect(error).toMatchObject({
        name: 'ActNotFoundError',
        code: 'ACT_NOT_FOUND',
        operation: 'UpdateAct',
        status: 404,
        requestId: expect.any(String),
        resourceType: 'act',
      });
    });
  });

  it('is refused there when it was altered, or when its run has ended', async () => {
    const handoff = await Workflow.run(options(), async (workflow) => {
      const made = workflow.handoff();
      const altered = { ...made, ownership: 'transfer' as const };
      const error = thrownBy(await carry({ handoff: altered, task: 'session' }));
      expect(error).toBeInstanceOf(HandoffError);
      expect(error).toMatchObject({ code: 'HANDOFF_TAMPERED' });
      return made;
    });
    const error = thrownBy(await carry({ handoff, task: 'session' }));
    expect(error).toBeInstanceOf(HandoffError);
    expect(error).toMatchObject({ code: 'HANDOFF_RUN_ENDED' });
  });
});
