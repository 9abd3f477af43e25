import {
  type Actuator,
  NovaAct,
  type NovaActEvent,
  type NovaActOptions,
  StopFailedError,
  type StopStep,
  tool,
} from '@nova-act/core';
import { createLocalService, type OperationName, scriptedModel } from '@nova-act/local';
import { describe, expect, it, vi } from 'vitest';
import { fakeActuator } from '../../packages/core/test/support/fake-actuator.js';
import { patientClock } from '../../packages/core/test/support/patient-clock.js';
import { rejection } from '../workflow/support/local-run.js';

const never = () => new Promise<never>(() => {});

interface Hang {
  nova?: NovaActOptions;
  hand?: Partial<Actuator>;
  /** Requests that are not answered from when the session stops; their signal is not heeded. */
  silent?: OperationName[];
  /** Is under way when the session stops. */
  doing?: (nova: NovaAct) => Promise<unknown>;
  /** It was an act that was under way, so that the run is FAILED. */
  isAct?: true;
  /** What the StopFailedError names; nothing where nothing is waited for. */
  steps: StopStep[];
}

const hangingTool = tool({
  name: 'hang',
  description: 'Hangs.',
  inputSchema: { type: 'object' },
  execute: never,
});

const HANGS: Record<string, Hang> = {
  'an actuator of one’s own': { hand: { stop: never }, steps: ['actuator'] },
  'the status update of an aborted act': {
    nova: { tools: [hangingTool] },
    silent: ['UpdateAct'],
    isAct: true,
    doing: (nova) => nova.act('tool'),
    steps: ['status-updates'],
  },
  'the status update of the run': { silent: ['UpdateWorkflowRun'], steps: ['run-status'] },
  'a tool that is being called': {
    nova: { tools: [hangingTool] },
    isAct: true,
    doing: (nova) => nova.act('tool'),
    steps: [],
  },
  'a navigation that heeds no signal': {
    hand: { goToUrl: never },
    doing: (nova) => nova.goToUrl('https://example.com/'),
    steps: [],
  },
  'a step that is not answered': {
    silent: ['InvokeActStep'],
    isAct: true,
    doing: (nova) => nova.act('tool'),
    steps: [],
  },
  'a listener that returns a promise': { nova: { onEvent: never }, steps: [] },
  'a person who is asked': {
    nova: { humanInput: { approve: never } },
    isAct: true,
    doing: (nova) => nova.act('person'),
    steps: [],
  },
  'a guardrail': {
    nova: { stateGuardrail: never },
    isAct: true,
    doing: (nova) => nova.act('tool'),
    steps: [],
  },
};

/** Everything of the table in one session. */
function together(): Hang {
  const all = Object.values(HANGS);
  return {
    nova: Object.assign({ stopHooks: [never] }, ...all.map(({ nova }) => nova)),
    hand: Object.assign({}, ...all.map(({ hand }) => hand), { goToUrl: undefined }),
    silent: all.flatMap(({ silent = [] }) => silent),
    isAct: true,
    doing: (nova) => nova.act('tool'),
    steps: ['status-updates', 'actuator', 'run-status'],
  };
}

async function stopWith(hang: Hang) {
  const { clock, until } = patientClock();
  const service = createLocalService({
    model: scriptedModel(({ prompt }) =>
      prompt === 'person' ? [['human_Approve', { message: '?' }]] : [['hang', {}]],
    ),
  });
  const stopped = vi.fn();
  const hand = fakeActuator({ ...hang.hand });
  const stopHand = hand.stop.bind(hand);
  hand.stop = (signal) => {
    stopped();
    return stopHand(signal);
  };
  let silent: readonly string[] = [];
  let runEndedMs: number | undefined;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = await request.clone().text();
    const operation = operationOf(request.url, body);
    if (silent.includes(operation)) return never();
    if (operation === 'UpdateWorkflowRun') runEndedMs = clock.now();
    return service.fetch(request);
  };
  const ownRun = { apiKey: service.apiKey, endpointUrl: 'https://local.example/agent', fetch };
  const nova = new NovaAct(Object.assign({ actuator: hand, ownRun, clock }, hang.nova));
  await until(nova.start());
  const doing = hang.doing?.(nova).catch(() => undefined);
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
  silent = hang.silent ?? [];
  const startMs = clock.now();
  const stopping = hang.steps.length > 0 ? rejection(nova.stop()) : nova.stop();
  const tookMs = await until(stopping);
  await doing;
  return {
    tookMs,
    error: (await stopping) as StopFailedError,
    runEndedAfterMs: (runEndedMs ?? Number.POSITIVE_INFINITY) - startMs,
    stopped,
    run: service.runs()[0],
  };
}

function operationOf(url: string, body: string): OperationName | '' {
  const { pathname } = new URL(url);
  if (pathname.endsWith('/invoke-step')) return 'InvokeActStep';
  if (!body.includes('"status"')) return '';
  return pathname.includes('/acts/') ? 'UpdateAct' : 'UpdateWorkflowRun';
}

it('stop ends when a hook hangs, which is told and fails nothing', async () => {
  const told: NovaActEvent[] = [];
  const late = vi.fn();
  const onEvent = (event: NovaActEvent) => void told.push(event);
  async function upload() {
    await never();
  }
  const hang = { nova: { stopHooks: [upload, late], onEvent }, steps: [] };
  const { tookMs, stopped, run } = await stopWith(hang);
  expect(tookMs).toBeLessThanOrEqual(45_000);
  expect(stopped).toHaveBeenCalledOnce();
  expect(late).toHaveBeenCalledOnce();
  expect(run?.status).toBe('SUCCEEDED');
  expect(told.filter(({ type }) => type === 'hook.failed')).toMatchObject([
    { hook: 'upload', outcome: 'abandoned' },
  ]);
});

describe('stop ends, with the browser closed and the run ended, when what hangs is', () => {
  it.each(Object.entries(HANGS))('%s', async (_what, hang) => {
    const { tookMs, error, runEndedAfterMs, stopped, run } = await stopWith(hang);
    expect(tookMs).toBeLessThanOrEqual(45_000);
    expect(stopped).toHaveBeenCalledOnce();
    if (hang.steps.length === 0) {
      expect(tookMs).toBeLessThan(2_500);
    } else {
      expect(error).toBeInstanceOf(StopFailedError);
      expect(error.failures).toMatchObject(hang.steps.map((step) => ({ step })));
    }
    if (hang.silent?.includes('UpdateWorkflowRun')) return;
    // What is not SUCCEEDED for certain is not said to be.
    expect(run?.status).toBe(hang.steps.length > 0 || hang.isAct ? 'FAILED' : 'SUCCEEDED');
    expect(runEndedAfterMs).toBeLessThanOrEqual(tookMs);
  });

  it('all of it at once, and each is named', async () => {
    const { tookMs, error, stopped } = await stopWith(together());
    expect(tookMs).toBeLessThanOrEqual(45_000);
    expect(stopped).toHaveBeenCalledOnce();
    expect(error.failures.map(({ step }) => step).sort()).toEqual([...together().steps].sort());
    for (const { message } of error.failures) expect(error.message).toContain(message);
  });

  it('all of it but the service: the run is ended as soon as it is FAILED for certain', async () => {
    const { silent: _, ...rest } = together();
    const { tookMs, runEndedAfterMs, run } = await stopWith(rest);
    expect(run?.status).toBe('FAILED');
    // An act failed, so that nothing that hangs is waited for but the hooks, whose page it is.
    expect(runEndedAfterMs).toBeLessThan(tookMs);
  });
});
