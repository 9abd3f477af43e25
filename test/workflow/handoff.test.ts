import { inspect } from 'node:util';
import { ActNotFoundError, AuthError, HandoffError, NotStartedError } from '@nova-act/core';
import { readConfig } from '@nova-act/core/runtime';
import {
  currentWorkflow,
  type Handoff,
  type JoinOptions,
  joinWorkflow,
  tryCurrentWorkflow,
  Workflow,
  WorkflowEndedError,
} from '@nova-act/workflow';
import { describe, expect, it } from 'vitest';
import { localRun, rejection } from './support/local-run.js';

type Local = ReturnType<typeof localRun>;

/** The surfaces, with what a parent and a joiner of each are given. */
const SURFACES = [
  {
    surface: 'aws',
    parent: ({ iam }: Local) => iam,
    joiner: ({ service, seams }: Local): JoinOptions =>
      Object.assign({ credentials: service.credentials }, seams),
  },
  {
    surface: 'api-key',
    parent: ({ apiKey }: Local) => apiKey,
    joiner: ({ service, seams }: Local): JoinOptions =>
      Object.assign({ apiKey: service.apiKey, endpointUrl: 'https://local.example/agent' }, seams),
  },
] as const;

describe.each(SURFACES)('a handoff on the $surface surface', ({ surface, parent, joiner }) => {
  it('is the same value through JSON and structured cloning, and holds no secret', async () => {
    const local = localRun();
    await Workflow.run(parent(local), (workflow) => {
      const handoff = workflow.handoff();
      expect(JSON.parse(JSON.stringify(handoff))).toEqual(handoff);
      expect(structuredClone(handoff)).toEqual(handoff);
      expect(handoff).toMatchObject({ surface, ownership: 'share' });
      const { apiKey, credentials } = local.service;
      const shown = JSON.stringify(handoff) + inspect(handoff, { depth: 9 });
      expect(shown).not.toContain(apiKey);
      expect(shown).not.toContain(credentials.secretAccessKey);
    });
  });

  it('joined: the function runs in the same run, whose end it leaves to the parent', async () => {
    const local = localRun();
    await Workflow.run(parent(local), async (workflow) => {
      const text = JSON.stringify(workflow.handoff());
      const joined = await joinWorkflow(
        text,
        async (running) => {
          expect(currentWorkflow()).toBe(running);
          expect(running.workflowRun).toEqual(workflow.workflowRun);
          const run = running.workflowRun;
          if (run) await running.service.createSession(run);
          return 'joined';
        },
        joiner(local),
      );
      expect(joined).toBe('joined');
      expect(currentWorkflow()).toBe(workflow);
      expect(local.statuses()).toEqual([['RUNNING', 0]]);
    });
    expect(local.statuses()).toEqual([['SUCCEEDED', 1]]);
    expect(local.service.runs()[0]?.sessions).toHaveLength(1);
  });

  it('joined by a function that fails: its own error, and the run goes on', async () => {
    const local = localRun();
    await Workflow.run(parent(local), async (workflow) => {
      const own = new Error('own');
      const failing = joinWorkflow(workflow.handoff(), () => Promise.reject(own), joiner(local));
      expect(await rejection(failing)).toBe(own);
      expect(local.statuses()).toEqual([['RUNNING', 0]]);
    });
  });

  it('transferred: the joiner ends the run with the status that is true, and the parent says nothing', async () => {
    const local = localRun();
    for (const outcome of ['SUCCEEDED', 'FAILED']) {
      let handoff: Handoff | undefined;
      await Workflow.run(parent(local), (workflow) => {
        handoff = workflow.handoff({ ownership: 'transfer' });
        expect(() => workflow.handoff({ ownership: 'transfer' })).toThrow(
          expect.objectContaining({ code: 'HANDOFF_NOT_OWNER' }),
        );
      });
      expect(local.statuses().at(-1)).toEqual(['RUNNING', 0]);
      if (!handoff) throw new Error('no handoff');
      const body = async () => {
        if (outcome === 'FAILED') throw new Error('own');
      };
      await joinWorkflow(handoff, body, joiner(local)).catch(() => undefined);
      expect(local.statuses().at(-1)).toEqual([outcome, 1]);
    }
  });

  it('of a run that has ended cannot be joined, and is told so at join', async () => {
    const local = localRun();
    const handoff = await Workflow.run(parent(local), (workflow) => workflow.handoff());
    let ran = false;
    const joining = joinWorkflow(
      handoff,
      () => {
        ran = true;
      },
      joiner(local),
    );
    expect(await rejection(joining)).toMatchObject({
      name: 'HandoffError',
      code: 'HANDOFF_RUN_ENDED',
    });
    expect(ran).toBe(false);
  });

  it('of a run that the service does not know cannot be joined', async () => {
    const local = localRun();
    const known = await Workflow.run(parent(local), (workflow) => workflow.handoff());
    const emptied = localRun();
    expect(await rejection(joinWorkflow(known, () => 1, joiner(emptied)))).toMatchObject({
      code: 'HANDOFF_RUN_UNKNOWN',
      cause: expect.any(ActNotFoundError),
    });
  });

  it('is handed on by its joiner, but not for good', async () => {
    const local = localRun();
    await Workflow.run(parent(local), async (workflow) => {
      await joinWorkflow(
        workflow.handoff(),
        async (middle) => {
          expect(() => middle.handoff({ ownership: 'transfer' })).toThrow(
            expect.objectContaining({ code: 'HANDOFF_NOT_OWNER' }),
          );
          const again = await joinWorkflow(
            middle.handoff(),
            (last) => last.workflowRunId,
            joiner(local),
          );
          expect(again).toBe(workflow.workflowRunId);
        },
        joiner(local),
      );
    });
    expect(local.statuses()).toEqual([['SUCCEEDED', 1]]);
  });

  it("canceled: what is open is closed, the promise rejects, and the run goes on unless it was the joiner's", async () => {
    for (const ownership of ['share', 'transfer'] as const) {
      const local = localRun();
      await using workflow = await Workflow.start(parent(local));
      const controller = new AbortController();
      let closed = 0;
      const options = { ...joiner(local), signal: controller.signal };
      const joining = joinWorkflow(
        workflow.handoff({ ownership }),
        (joined) => {
          const close = async () => {
            closed += 1;
          };
          joined.admit({ close });
          setImmediate(() => controller.abort('enough'));
          return new Promise(() => {});
        },
        options,
      );
      expect(await rejection(joining)).toMatchObject({
        code: 'WORKFLOW_CANCELED',
        cause: 'enough',
      });
      expect(closed).toBe(1);
      const status = ownership === 'share' ? 'RUNNING' : 'FAILED';
      expect(local.statuses()[0]?.[0]).toBe(status);
    }
  });

  it('with credentials included is joined without any of its own', async () => {
    const local = localRun();
    await Workflow.run(parent(local), async (workflow) => {
      const handoff = workflow.handoff({ credentials: 'include' });
      const { workflowRunId } = workflow;
      const bare: JoinOptions = local.seams;
      const seen = await joinWorkflow(
        JSON.stringify(handoff),
        (joined) => joined.workflowRunId,
        bare,
      );
      expect(seen).toBe(workflowRunId);
    });
  });
});

describe('a handoff', () => {
  it('needs a run that has started and has not ended', async () => {
    const local = localRun();
    const workflow = new Workflow(local.iam);
    expect(() => workflow.handoff()).toThrow(NotStartedError);
    await workflow.start();
    await workflow.succeed();
    expect(() => workflow.handoff()).toThrow(
      expect.objectContaining({ code: 'HANDOFF_RUN_ENDED' }),
    );
  });

  it('includes credentials only where they were given explicitly, as values', async () => {
    const { iam, service } = localRun();
    const provider = async () => service.credentials;
    await using workflow = await Workflow.start({ ...iam, credentials: provider });
    expect(() => workflow.handoff({ credentials: 'include' })).toThrow(/are a function/);
    expect(() => workflow.handoff({ credentials: 'exclude' as never })).toThrow(/include/);
    expect(() => workflow.handoff({ ownership: 'mine' as never })).toThrow(/^ownership/);
  });

  it.each<[string, (handoff: Handoff) => unknown, string]>([
    ['another run', (h) => ({ ...h, workflowRunId: crypto.randomUUID() }), 'HANDOFF_TAMPERED'],
    ['another owner', (h) => ({ ...h, ownership: 'transfer' }), 'HANDOFF_TAMPERED'],
    ['another endpoint', (h) => ({ ...h, endpointUrl: 'https://x.example' }), 'HANDOFF_TAMPERED'],
    ['a member more', (h) => ({ ...h, extra: 1 }), 'HANDOFF_TAMPERED'],
    ['no checksum', ({ checksum: _, ...h }) => h, 'HANDOFF_TAMPERED'],
    ['a later format', (h) => ({ ...h, format: 'nova-act-handoff/2' }), 'HANDOFF_VERSION'],
    ['no format', ({ format: _, ...h }) => h, 'HANDOFF_MALFORMED'],
    ['its text cut off', (h) => JSON.stringify(h).slice(0, -2), 'HANDOFF_MALFORMED'],
    ['a list', () => [], 'HANDOFF_MALFORMED'],
    ['null', () => null, 'HANDOFF_MALFORMED'],
    ['undefined', () => undefined, 'HANDOFF_MALFORMED'],
    ['a text', () => 'undefined', 'HANDOFF_MALFORMED'],
  ])('with %s is refused before anything is sent, and not shown', async (_what, change, code) => {
    const { iam, service, seams } = localRun();
    await using workflow = await Workflow.start(iam);
    const changed = change(workflow.handoff({ credentials: 'include' })) as Handoff;
    const before = service.requests().length;
    const thrown = await rejection(joinWorkflow(changed, () => 1, seams));
    expect(thrown).toBeInstanceOf(HandoffError);
    expect(thrown).toMatchObject({ code });
    expect(inspect(thrown)).not.toContain(service.credentials.secretAccessKey);
    expect(service.requests()).toHaveLength(before);
  });

  it('never leads the credentials of the joiner to another endpoint', async () => {
    const { apiKey, service, seams } = localRun();
    await using workflow = await Workflow.start(apiKey);
    const options: JoinOptions = Object.assign({ apiKey: service.apiKey }, seams);
    const thrown = await rejection(joinWorkflow(workflow.handoff(), () => 1, options));
    expect(thrown).toMatchObject({
      code: 'HANDOFF_RUN_UNKNOWN',
      message: expect.stringContaining('https://api.nova.amazon.com/agent'),
    });
  });

  it('is joined with the key of the environment on the API-key surface, and never without one', async () => {
    const { apiKey, service, seams } = localRun();
    await using workflow = await Workflow.start(apiKey);
    const env = {
      NOVA_ACT_API_KEY: service.apiKey,
      NOVA_ACT_ENDPOINT_URL: 'https://local.example/agent',
    };
    const withKey: JoinOptions = Object.assign({}, seams, { config: readConfig(env) });
    expect(await joinWorkflow(workflow.handoff(), () => 1, withKey)).toBe(1);
    const without: JoinOptions = seams;
    const thrown = await rejection(joinWorkflow(workflow.handoff(), () => 1, without));
    expect(thrown).toBeInstanceOf(AuthError);
  });

  it('is verified by a session where IAM does not allow GetWorkflowRun, which the joiner then uses', async () => {
    const { iam, service, seams } = localRun();
    const fetch: typeof globalThis.fetch = async (input, init) =>
      init?.method === 'GET'
        ? new Response('{"message":"no"}', {
            status: 403,
            headers: { 'x-amzn-errortype': 'AccessDeniedException' },
          })
        : service.fetch(input as string, init);
    await using workflow = await Workflow.start(iam);
    const options: JoinOptions = Object.assign({ credentials: service.credentials }, seams, {
      fetch,
    });
    await joinWorkflow(
      workflow.handoff(),
      async ({ service: joined, workflowRun }) => {
        if (!workflowRun) throw new Error('no run');
        await joined.createSession(workflowRun);
        expect(service.runs()[0]?.sessions).toHaveLength(1);
        await joined.createSession(workflowRun);
        expect(service.runs()[0]?.sessions).toHaveLength(2);
      },
      options,
    );
  });

  it('leaves no context behind, and its workflow takes nothing more', async () => {
    const { iam, service, seams } = localRun();
    await using workflow = await Workflow.start(iam);
    const options: JoinOptions = Object.assign({ credentials: service.credentials }, seams);
    const joined = await joinWorkflow(workflow.handoff(), (running) => running, options);
    expect(tryCurrentWorkflow()).toBeUndefined();
    expect(() => joined.admit({ close: async () => {} })).toThrow(WorkflowEndedError);
    expect(workflow.signal.aborted).toBe(false);
  });
});
