import {
  ActAccessDeniedError,
  ActStatusUpdateError,
  NovaAct,
  type NovaActEvent,
} from '@nova-act/core';
import { type Fault, type FaultKind, scriptedModel } from '@nova-act/local';
import {
  type JoinOptions,
  joinWorkflow,
  Workflow,
  WorkflowRunUpdateError,
} from '@nova-act/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeActuator } from '../../packages/core/test/support/fake-actuator.js';
import { localRun, rejection } from '../workflow/support/local-run.js';

const SURFACES = ['aws', 'api-key'] as const;
type Surface = (typeof SURFACES)[number];
type Fetch = typeof globalThis.fetch;

interface WorldOptions {
  /** Whether a status that is on record already is refused; AWS's model calls its updates idempotent. */
  refusesRepeats?: boolean;
}

/** A workflow and its joiners on one surface; `beforeUpdate` is called as an update is about to be sent. */
function worldOf(surface: Surface, faults: Fault[] = [], { refusesRepeats }: WorldOptions = {}) {
  const hooks = {
    nowMs: Date.now(),
    beforeUpdate: async (_of: 'act' | 'run') => {},
    /** The time of the act or the run is over before its first update. */
    makeLate(who: 'act' | 'run' | 'nobody') {
      let late = false;
      return async (of: 'act' | 'run') => {
        if (of !== who || late) return;
        late = true;
        hooks.nowMs += of === 'act' ? 60_000 : 120_000;
      };
    },
    answer: (response: Response): Response | Promise<Response> => response,
  };
  const local = localRun({
    faults,
    now: () => hooks.nowMs,
    actTimeoutMs: 60_000,
    // Less than what a signature is good for.
    runTimeoutMs: 120_000,
    model: scriptedModel(() => [['return', 'done']]),
  });
  const { service, seams } = local;
  const fetch: Fetch = async (input, init) => {
    if (init?.method === 'PUT' && String(init.body).includes('"status":"SUCCEEDED"')) {
      await hooks.beforeUpdate(/\/acts\/[^/]+$/.test(String(input)) ? 'act' : 'run');
    }
    const repeat = refusesRepeats && init?.method === 'PUT' && repeated(String(input), init);
    return hooks.answer(repeat || (await service.fetch(input as string, init)));
  };
  /** The refusal of a status that is there already, as the service refuses another. */
  const repeated = (url: string, { body }: RequestInit): Response | undefined => {
    const [, kind, id = ''] = /\/(workflow-runs|acts)\/([^/]+)$/.exec(url) ?? [];
    const sent: unknown = JSON.parse(String(body)).status;
    const [run] = service.runs();
    const acts = kind === 'acts' && run?.acts.find(({ actId }) => actId === id);
    const found = kind === 'workflow-runs' ? run : acts;
    if (!found || found.status !== sent) return undefined;
    const resourceType = kind === 'acts' ? 'act' : 'workflow-run';
    const message = `The ${resourceType} ${id} has ended: it is ${sent}`;
    return surface === 'aws'
      ? Response.json(
          { message, resourceType, resourceId: id },
          { status: 409, headers: { 'x-amzn-errortype': 'ConflictException' } },
        )
      : Response.json({ message, reason: 'INVALID_INPUT' }, { status: 400 });
  };
  const options = { ...(surface === 'aws' ? local.iam : local.apiKey), ...seams, fetch };
  const own =
    surface === 'aws'
      ? { credentials: service.credentials }
      : { apiKey: service.apiKey, endpointUrl: 'https://local.example/agent' };
  const joining: JoinOptions = { ...own, ...seams, fetch };
  return { hooks, service, options, joining, run: () => service.runs()[0] };
}

async function act(events: NovaActEvent[] = []) {
  const onEvent = (event: NovaActEvent) => void events.push(event);
  const nova = await NovaAct.start({ actuator: fakeActuator(), onEvent });
  const acted = await nova.act('go');
  await nova.stop();
  return acted;
}

/** Kinds of fault that fail one try: before it is carried out, or after. */
const FAILED_TRIES: readonly FaultKind[] = [
  'throttle',
  'status',
  'reset',
  'reset-after-execute',
  'truncate',
];
const once = (kind: FaultKind, operation: Fault['operation']): Fault[] => [
  { kind, operation, times: 1 },
];

describe.each(SURFACES)('on the %s surface', (surface) => {
  describe.each(FAILED_TRIES)('when the first try of a last word fails (%s)', (kind) => {
    it.each([
      ['taken', false],
      ['refused because the first has landed', true],
    ])('and the second is %s: success, told and on record', async (_what, refusesRepeats) => {
      const updates = ['UpdateAct', 'UpdateWorkflowRun'] as const;
      const { options, run } = worldOf(
        surface,
        updates.flatMap((operation) => once(kind, operation)),
        { refusesRepeats },
      );
      const events: NovaActEvent[] = [];
      expect(await Workflow.run(options, () => act(events))).toMatchObject({ response: 'done' });
      expect(run()).toMatchObject({ status: 'SUCCEEDED', acts: [{ status: 'SUCCEEDED' }] });
      expect(events).toContainEqual(
        expect.objectContaining({ type: 'act.finished', status: 'SUCCEEDED' }),
      );
    });

    it('and the service has timed the run out: the error says so, and has the result', async () => {
      const { options, run, hooks } = worldOf(surface, once(kind, 'UpdateWorkflowRun'));
      hooks.beforeUpdate = hooks.makeLate('run');
      let workflow: Workflow | undefined;
      const running = Workflow.run(options, (started) => {
        workflow = started;
        return 'result';
      });
      const error = await rejection(running);
      expect(run()?.status).toBe('TIMED_OUT');
      expect(error).toBeInstanceOf(WorkflowRunUpdateError);
      expect(error).toMatchObject({
        status: 'SUCCEEDED',
        recordedStatus: 'TIMED_OUT',
        result: 'result',
        message: expect.stringContaining('TIMED_OUT'),
      });
      expect(await workflow?.ended).toMatchObject({ status: 'TIMED_OUT' });
    });

    it('and the service has timed the act out: the error and the event say so', async () => {
      const { options, run, hooks } = worldOf(surface, once(kind, 'UpdateAct'));
      hooks.beforeUpdate = hooks.makeLate('act');
      const events: NovaActEvent[] = [];
      const error = await Workflow.run(options, () => rejection(act(events)));
      expect(run()?.acts[0]?.status).toBe('TIMED_OUT');
      expect(error).toBeInstanceOf(ActStatusUpdateError);
      expect(error).toMatchObject({ recordedStatus: 'TIMED_OUT', result: { response: 'done' } });
      expect(events).toContainEqual(
        expect.objectContaining({ type: 'act.finished', status: 'TIMED_OUT' }),
      );
    });

    it.each(['succeed', 'fail'] as const)(
      'and the parent has ended the run (%s) before the act of its joiner: the joiner is told no success',
      async (how) => {
        const { options, joining, run, hooks } = worldOf(surface, once(kind, 'UpdateAct'));
        const parent = await Workflow.start(options);
        hooks.beforeUpdate = async (of) => {
          if (of === 'act') await parent[how]();
        };
        const error = await rejection(joinWorkflow(parent.handoff(), () => act(), joining));
        expect(run()?.status).toBe(how === 'succeed' ? 'SUCCEEDED' : 'FAILED');
        expect(run()?.acts[0]?.endedAtMs).toBeUndefined();
        expect(error).toBeInstanceOf(ActStatusUpdateError);
        expect(error).not.toMatchObject({ recordedStatus: 'SUCCEEDED' });
      },
    );
  });

  it('a status that somebody else has put on record, and that is refused, is not one’s own, though it is the same', async () => {
    const faults = once('throttle', 'UpdateWorkflowRun');
    const { options, run } = worldOf(surface, faults, { refusesRepeats: true });
    const error = await rejection(
      Workflow.run(options, async ({ service, workflowRun }) => {
        if (!workflowRun) throw new Error('no run');
        await service.updateWorkflowRun({ ...workflowRun, status: 'SUCCEEDED' });
      }),
    );
    expect(run()?.status).toBe('SUCCEEDED');
    expect(error).toMatchObject({ recordedStatus: 'SUCCEEDED' });
  });

  it('whatever fails, and whoever is late: who is told success finds it on record', async () => {
    const fault = fc.record({
      kind: fc.constantFrom<FaultKind>(...FAILED_TRIES, 'malformed'),
      operation: fc.constantFrom('UpdateAct', 'UpdateWorkflowRun', 'GetWorkflowRun', 'ListActs'),
      times: fc.integer({ min: 1, max: 3 }),
      skip: fc.integer({ min: 0, max: 2 }),
    }) as fc.Arbitrary<Fault>;
    const late = fc.constantFrom('nobody' as const, 'act' as const, 'run' as const);
    const seen = { told: 0, refused: 0 };
    const world = [fc.array(fault, { maxLength: 4 }), late, fc.boolean()] as const;
    await fc.assert(
      fc.asyncProperty(...world, async (faults, who, refusesRepeats) => {
        const { options, run, hooks } = worldOf(surface, faults, { refusesRepeats });
        hooks.beforeUpdate = hooks.makeLate(who);
        let acted = '';
        const ran = await Workflow.run(options, async () => {
          acted = await act().then(
            () => 'SUCCEEDED',
            () => '',
          );
        }).then(
          () => 'SUCCEEDED',
          () => '',
        );
        if (acted) expect(run()?.acts[0]?.status).toBe('SUCCEEDED');
        if (ran) expect(run()?.status).toBe('SUCCEEDED');
        seen[ran ? 'told' : 'refused']++;
      }),
      { numRuns: 150 },
    );
    // Both happen, or nothing was tried.
    expect(seen.told).toBeGreaterThan(10);
    expect(seen.refused).toBeGreaterThan(10);
  });
});

it('without leave to read the record no lost answer is taken for a success, and the error says what is missing', async () => {
  const faults = once('reset-after-execute', 'UpdateWorkflowRun');
  const { options, run, hooks } = worldOf('aws', faults, { refusesRepeats: true });
  const denied = { status: 403, headers: { 'x-amzn-errortype': 'AccessDeniedException' } };
  hooks.answer = async (response) => {
    const asked = await response.clone().text();
    return asked.includes('"modelId"') ? new Response('{"message":"no"}', denied) : response;
  };
  const error = await rejection(Workflow.run(options, () => 'result'));
  expect(run()?.status).toBe('SUCCEEDED');
  expect(error).toMatchObject({
    result: 'result',
    cause: { suppressed: [expect.any(ActAccessDeniedError)] },
  });
});

it('with an API key, a refusal that does not say what is on record is no success: nothing can be asked', async () => {
  const faults = once('reset-after-execute', 'UpdateWorkflowRun');
  const { options, run, hooks } = worldOf('api-key', faults, { refusesRepeats: true });
  hooks.answer = (response) =>
    response.status === 400 ? new Response('{"message":"Invalid"}', { status: 400 }) : response;
  const error = await rejection(Workflow.run(options, () => 'result'));
  expect(run()?.status).toBe('SUCCEEDED');
  expect(error).toBeInstanceOf(WorkflowRunUpdateError);
  expect(error).toMatchObject({
    result: 'result',
    message: expect.stringContaining('not known'),
  });
  expect(error).not.toHaveProperty('recordedStatus');
});
