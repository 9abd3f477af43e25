import {
  ActActuationError,
  ActAgentFailedError,
  ActBadResponseError,
  ActBrowserCrashedError,
  ActCanceledError,
  ActExceededMaxStepsError,
  ActGuardrailsError,
  ActInternalServerError,
  ActInvalidModelGenerationError,
  ActResponseMismatchError,
  ActServiceUnavailableError,
  ActStateGuardrailError,
  ActStatusUpdateError,
  ActTimeoutError,
  ActToolError,
  type Actuator,
  NovaAct,
  type NovaActOptions,
  StartFailedError,
  StopFailedError,
  tool,
  WorkflowCanceledError,
  WorkflowRunUpdateError,
} from '@nova-act/core';
import { type Fault, type ScriptedProgram, scriptedModel } from '@nova-act/local';
import { Workflow } from '@nova-act/workflow';
import { describe, expect, it, vi } from 'vitest';
import { fakeActuator } from '../../packages/core/test/support/fake-actuator.js';
import { rejection } from '../workflow/support/local-run.js';
import { CLICK_THEN_TYPE, moment, never, RETURN, world } from './world.js';

type ErrorClass = abstract new (...args: never[]) => Error;
const mine = new Error('the user’s own');

interface WayOut {
  way: string;
  programs?: ScriptedProgram[];
  faults?: Fault[];
  nova?: NovaActOptions;
  hand?: Partial<Actuator>;
  body?: (nova: NovaAct) => Promise<unknown>;
  thrown: ErrorClass | Error;
  act: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | undefined;
  run?: 'SUCCEEDED' | 'FAILED';
}

const brokenTool = tool({
  name: 'broken',
  description: 'Breaks.',
  inputSchema: { type: 'object' },
  execute: () => {
    throw mine;
  },
});

const WAYS: WayOut[] = [
  {
    way: 'the body throws before an act',
    body: () => Promise.reject(mine),
    thrown: mine,
    act: undefined,
  },
  {
    way: 'the body throws after an act',
    body: async (nova) => {
      await nova.act('go');
      throw mine;
    },
    thrown: mine,
    act: 'SUCCEEDED',
  },
  {
    way: 'the agent gives up',
    programs: [[['throw', 'no']]],
    thrown: ActAgentFailedError,
    act: 'FAILED',
  },
  {
    way: 'the program is empty',
    programs: [[]],
    thrown: ActInvalidModelGenerationError,
    act: 'FAILED',
  },
  {
    way: 'the call is unknown',
    programs: [['fly']],
    thrown: ActToolError,
    act: 'FAILED',
  },
  {
    way: 'a box is outside of the viewport',
    programs: [[['agentClick', '<box>0,0,9999,9999</box>']]],
    thrown: ActInvalidModelGenerationError,
    act: 'FAILED',
  },
  {
    way: 'the steps run out',
    programs: [['takeObservation'], ['takeObservation']],
    body: (nova) => nova.act('go', { maxSteps: 1 }),
    thrown: ActExceededMaxStepsError,
    act: 'FAILED',
  },
  {
    way: 'the answer does not satisfy the schema',
    body: (nova) => nova.actGet('how many?', { schema: { type: 'number' } }),
    thrown: ActResponseMismatchError,
    act: 'FAILED',
  },
  {
    way: 'a tool throws',
    programs: [[{ name: 'broken', input: {} }]],
    nova: { tools: [brokenTool] },
    thrown: ActToolError,
    act: 'FAILED',
  },
  {
    way: 'an actuation fails',
    programs: [CLICK_THEN_TYPE],
    hand: { click: () => Promise.reject(new Error('detached')) },
    thrown: ActActuationError,
    act: 'FAILED',
  },
  {
    way: 'an observation fails',
    hand: { observe: () => Promise.reject(new Error('no picture')) },
    thrown: ActActuationError,
    act: 'FAILED',
  },
  {
    way: 'the browser crashes',
    programs: [CLICK_THEN_TYPE],
    hand: { click: () => Promise.reject(new ActBrowserCrashedError('gone')) },
    thrown: ActBrowserCrashedError,
    act: 'FAILED',
  },
  {
    way: 'the state guardrail blocks',
    nova: { stateGuardrail: () => 'block' },
    thrown: ActStateGuardrailError,
    act: 'FAILED',
  },
  {
    way: 'the state guardrail itself fails',
    nova: { stateGuardrail: () => Promise.reject(mine) },
    thrown: ActStateGuardrailError,
    act: 'FAILED',
  },
  {
    way: 'onStep throws',
    body: (nova) =>
      nova.act('go', {
        onStep: () => {
          throw mine;
        },
      }),
    thrown: mine,
    act: 'FAILED',
  },
  {
    way: 'the model call fails for good',
    faults: [{ kind: 'status', operation: 'InvokeActStep' }],
    thrown: ActInternalServerError,
    act: 'FAILED',
  },
  {
    way: 'the model call is answered with nonsense',
    faults: [{ kind: 'malformed', operation: 'InvokeActStep' }],
    thrown: ActBadResponseError,
    act: 'FAILED',
  },
  {
    way: 'the service’s guardrails stop the prompt',
    faults: [{ kind: 'guardrail', operation: 'InvokeActStep' }],
    thrown: ActGuardrailsError,
    act: 'FAILED',
  },
  {
    way: 'the act cannot be created',
    faults: [{ kind: 'status', operation: 'CreateAct' }],
    thrown: ActInternalServerError,
    act: undefined,
  },
  {
    way: 'the session cannot be created',
    faults: [{ kind: 'status', operation: 'CreateSession' }],
    thrown: StartFailedError,
    act: undefined,
  },
  {
    way: 'the browser does not start',
    hand: { start: () => Promise.reject(new Error('no browser')) },
    thrown: StartFailedError,
    act: undefined,
  },
  {
    way: 'the browser does not stop',
    hand: { stop: () => Promise.reject(new Error('stuck')) },
    thrown: StopFailedError,
    act: 'SUCCEEDED',
  },
];

describe('a way out gives each act and run one terminal status, the true one, act before run', () => {
  it.each(WAYS)('$way', async ({ programs, faults, nova, hand, body, thrown, act, run }) => {
    const { run: runOnce, record, ended } = world(programs, { faults: faults ?? [] });
    const running = runOnce((session) => (body ? body(session) : session.act('go')), {
      nova: { actuator: fakeActuator(hand), ...nova },
    });
    const error = await rejection(running);
    if (thrown instanceof Error) expect(error).toBe(thrown);
    else expect(error).toBeInstanceOf(thrown);
    expect(record()).toEqual([
      {
        run: run ?? 'FAILED',
        runUpdates: [run ?? 'FAILED'],
        acts: act ? [act] : [],
        actUpdates: act ? [[act]] : [],
      },
    ]);
    expect(ended()).toEqual(act ? ['act', 'run'] : ['run']);
  });

  it('the body resolves', async () => {
    const { run, record, ended } = world();
    expect(await run((nova) => nova.act('go'))).toMatchObject({ response: 'done' });
    expect(record()).toEqual([
      {
        run: 'SUCCEEDED',
        runUpdates: ['SUCCEEDED'],
        acts: ['SUCCEEDED'],
        actUpdates: [['SUCCEEDED']],
      },
    ]);
    expect(ended()).toEqual(['act', 'run']);
  });

  it('the body handles the failure of one act and resolves', async () => {
    const { run, record } = world([[['throw', 'no']]]);
    await run((nova) => nova.act('go').catch(() => 'handled'));
    expect(record()).toMatchObject([{ run: 'SUCCEEDED', acts: ['FAILED'] }]);
  });
});

describe('an abort', () => {
  type Stage =
    | 'model call'
    | 'tool'
    | 'click'
    | 'observe'
    | 'settle'
    | 'goToUrl'
    | 'human'
    | 'guardrail';
  const stages: Stage[] = [
    'model call',
    'tool',
    'click',
    'observe',
    'settle',
    'goToUrl',
    'human',
    'guardrail',
  ];
  const sources = ['act', 'session', 'workflow'] as const;
  const cases = stages.flatMap((stage) => sources.map((source) => ({ stage, source })));

  function hanging(stage: Stage) {
    const { arrived, arrive } = moment();
    const hang = () => {
      arrive();
      return never();
    };
    const program: ScriptedProgram =
      stage === 'tool'
        ? [{ name: 'slow', input: {} }, ...CLICK_THEN_TYPE]
        : stage === 'human'
          ? [{ name: 'human_Approve', input: { message: '?' } }, ...CLICK_THEN_TYPE]
          : stage === 'goToUrl'
            ? [['goToUrl', 'https://a.test'], ...CLICK_THEN_TYPE]
            : CLICK_THEN_TYPE;
    let seen: AbortSignal | undefined;
    const slow = tool({
      name: 'slow',
      description: 'Never settles.',
      inputSchema: { type: 'object' },
      execute: (_, { signal }) => {
        seen = signal;
        return hang();
      },
    });
    const handHangs = ['click', 'observe', 'settle', 'goToUrl'].includes(stage);
    const hand = fakeActuator(handHangs ? { [stage]: hang } : {});
    return {
      arrived,
      hand,
      given: () => seen,
      model: scriptedModel(stage === 'model call' ? hang : [program]),
      nova: {
        actuator: hand,
        tools: [slow],
        humanInput: { approve: hang },
        ...(stage === 'guardrail' ? { stateGuardrail: hang } : {}),
      } satisfies NovaActOptions,
    };
  }

  it.each(cases)(
    'of the $source during a $stage ends act and run FAILED, and nothing is done after',
    async ({ stage, source }) => {
      const { arrived, hand, given, model, nova } = hanging(stage);
      const { run, record, ended } = world([], { model });
      const abort = new AbortController();
      const { signal } = abort;
      const running = run((session) => session.act('go', source === 'act' ? { signal } : {}), {
        nova: source === 'session' ? { ...nova, signal } : nova,
        ...(source === 'workflow' ? { workflow: { signal } } : {}),
      });
      const thrown = rejection(running);
      await arrived;
      const didBefore = hand.did.filter((what) => what !== 'stop');
      abort.abort(mine);
      expect(await thrown).toBeInstanceOf(
        source === 'workflow' ? WorkflowCanceledError : ActCanceledError,
      );
      expect(await thrown).toMatchObject({ cause: mine });
      // An abort waits for the record for a moment only, which a busy machine may sleep through.
      await expect
        .poll(record)
        .toMatchObject([
          { run: 'FAILED', runUpdates: ['FAILED'], acts: ['FAILED'], actUpdates: [['FAILED']] },
        ]);
      expect(ended()).toEqual(['act', 'run']);
      expect(hand.did.filter((what) => what !== 'stop')).toEqual(didBefore);
      await expect.poll(() => hand.did.at(-1)).toBe('stop');
      if (stage === 'tool') expect(given()?.aborted).toBe(true);
    },
  );

  it('before the act makes no request for it', async () => {
    const { run, service } = world();
    const acting = run((nova) => nova.act('go', { signal: AbortSignal.abort(mine) }));
    await expect(acting).rejects.toBeInstanceOf(ActCanceledError);
    const asked = service.requests().map(({ operation }) => operation);
    expect(asked).toEqual(['CreateWorkflowRun', 'CreateSession', 'UpdateWorkflowRun']);
  });

  it('before the session makes no request for it', async () => {
    const { run, service } = world();
    const acting = run(() => undefined, { nova: { signal: AbortSignal.abort(mine) } });
    await expect(acting).rejects.toBeInstanceOf(StartFailedError);
    const asked = service.requests().map(({ operation }) => operation);
    expect(asked).toEqual(['CreateWorkflowRun', 'UpdateWorkflowRun']);
  });
});

describe('a status update', () => {
  it.each(['reset', 'reset-after-execute', 'truncate', 'status', 'throttle'] as const)(
    'of an act that fails once (%s) is sent again, and is on record once',
    async (kind) => {
      const faults: Fault[] = [{ kind, operation: 'UpdateAct', times: 1 }];
      const { run, record } = world([RETURN], { faults });
      expect(await run((nova) => nova.act('go'))).toMatchObject({ response: 'done' });
      expect(record()).toMatchObject([{ run: 'SUCCEEDED', actUpdates: [['SUCCEEDED']] }]);
    },
  );

  it('of a successful act that fails for good throws an error that has the result', async () => {
    const { run, record } = world([RETURN], {
      faults: [{ kind: 'reset', operation: 'UpdateAct' }],
    });
    const error = await rejection(run((nova) => nova.actGet('go')));
    expect(error).toBeInstanceOf(ActStatusUpdateError);
    expect(error).toMatchObject({ result: { parsed: 'done' } });
    expect(record()).toMatchObject([
      { run: 'FAILED', acts: [expect.not.stringMatching('SUCCEEDED')] },
    ]);
  });

  it('of a failed act that fails for good leaves the act’s own error, with it beside', async () => {
    const faults: Fault[] = [{ kind: 'reset', operation: 'UpdateAct' }];
    const { run } = world([[['throw', 'no']]], { faults });
    expect(await rejection(run((nova) => nova.act('go')))).toMatchObject({
      name: 'ActAgentFailedError',
      suppressed: [expect.any(ActServiceUnavailableError)],
    });
  });

  it('of the run that fails for good keeps the body’s result on the error', async () => {
    const { run } = world([RETURN], {
      faults: [{ kind: 'reset', operation: 'UpdateWorkflowRun' }],
    });
    const error = await rejection(run(async (nova) => (await nova.actGet('go')).parsed));
    expect(error).toBeInstanceOf(WorkflowRunUpdateError);
    expect(error).toMatchObject({ result: 'done' });
  });
});

describe('a session', () => {
  it('that is left open is closed before its run ends, and the act in it ended', async () => {
    const { arrived, arrive } = moment();
    const model = scriptedModel(() => {
      arrive();
      return never();
    });
    const { options, record, ended } = world([], { model });
    const hand = fakeActuator();
    let acting: Promise<unknown> = Promise.resolve();
    const result = await Workflow.run(options, async () => {
      const nova = await NovaAct.start({ actuator: hand });
      acting = rejection(nova.act('forgotten'));
      await arrived;
      return 'resolved';
    });
    expect(result).toBe('resolved');
    expect(await acting).toBeInstanceOf(ActCanceledError);
    expect(hand.did.at(-1)).toBe('stop');
    expect(record()).toMatchObject([{ run: 'SUCCEEDED', acts: ['FAILED'] }]);
    expect(ended()).toEqual(['act', 'run']);
  });
});

describe('a run of the session’s own', () => {
  async function ownRun(programs: ScriptedProgram[], hand: Partial<Actuator> = {}) {
    const { service, record, ended } = world(programs);
    vi.stubEnv('NOVA_ACT_ENDPOINT_URL', 'http://localhost/agent');
    const realFetch = globalThis.fetch;
    globalThis.fetch = service.fetch as typeof fetch;
    try {
      const nova = new NovaAct({ apiKey: service.apiKey, actuator: fakeActuator(hand) });
      await nova.start();
      const acted = await nova.act('go').catch((error: unknown) => error);
      await nova.stop().catch(() => undefined);
      return { acted, record: record(), ended: ended() };
    } catch (error) {
      return { acted: error, record: record(), ended: ended() };
    } finally {
      globalThis.fetch = realFetch;
      vi.unstubAllEnvs();
    }
  }

  it('is SUCCEEDED when every act was', async () => {
    expect(await ownRun([RETURN])).toMatchObject({
      record: [{ run: 'SUCCEEDED', acts: ['SUCCEEDED'] }],
      ended: ['act', 'run'],
    });
  });

  it.each([
    ['an act failed', [[['throw', 'no']]] as ScriptedProgram[], {}, ['act', 'run']],
    [
      'the browser did not start',
      [RETURN],
      { start: () => Promise.reject(new Error('x')) },
      ['run'],
    ],
    [
      'the browser did not stop',
      [RETURN],
      { stop: () => Promise.reject(new Error('x')) },
      ['act', 'run'],
    ],
  ] as const)('is FAILED when %s', async (_, programs, hand, ended) => {
    const seen = await ownRun([...programs], hand);
    expect(seen.record).toMatchObject([{ run: 'FAILED', runUpdates: ['FAILED'] }]);
    expect(seen.ended).toEqual(ended);
  });
});

it('the timeout of an act ends it TIMED_OUT and the run FAILED', async () => {
  const { run, record, ended } = world([], { model: scriptedModel(never) });
  const error = await rejection(run((nova) => nova.act('go', { timeoutMs: 2_000 })));
  expect(error).toBeInstanceOf(ActTimeoutError);
  expect(record()).toMatchObject([
    { run: 'FAILED', acts: ['TIMED_OUT'], actUpdates: [['TIMED_OUT']] },
  ]);
  expect(ended()).toEqual(['act', 'run']);
});
