import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { fakeActuator } from '../../test/support/fake-actuator.js';
import { type Answer, fakeService } from '../../test/support/fake-service.js';
import type { ActOptions } from '../act/act-options.js';
import type { NovaActEvent } from '../act/events.js';
import { runInWorkflow, tryGetWorkflow } from '../context.js';
import {
  ActCanceledError,
  AuthError,
  NotStartedError,
  SessionBusyError,
  StartFailedError,
  ValidationError,
} from '../errors/index.js';
import { silentLogger } from '../logger.js';
import { tool } from '../tools/tool.js';
import type { RunResident, WorkflowBinding } from '../workflow-binding.js';
import type { NovaActOptions, StopHook } from './nova-act.js';
import { NovaAct } from './nova-act.js';

const never = () => new Promise<never>(() => {});

function aWorkflow(answers: Answer[] = [], parts: Parameters<typeof fakeService>[1] = {}) {
  const service = fakeService(answers, parts);
  const abort = new AbortController();
  const residents = new Set<RunResident>();
  const workflow: WorkflowBinding = {
    workflowDefinitionName: 'flights',
    workflowRunId: 'run-1',
    service,
    signal: abort.signal,
    logger: silentLogger,
    admit(resident) {
      residents.add(resident);
      return () => residents.delete(resident);
    },
  };
  return { workflow, service, abort, residents };
}

function aNova(answers: Answer[] = [], options: NovaActOptions = {}) {
  const surroundings = aWorkflow(answers);
  const actuator = fakeActuator();
  const nova = new NovaAct({ workflow: surroundings.workflow, actuator, ...options });
  return { ...surroundings, actuator, nova };
}

describe('the run', () => {
  it('is the one given, before the one it is constructed in', async () => {
    const given = aWorkflow();
    const ambient = aWorkflow();
    const nova = runInWorkflow(
      ambient.workflow,
      () => new NovaAct({ workflow: given.workflow, actuator: fakeActuator() }),
    );
    await nova.start();
    expect(given.service.log).toEqual(['CreateSession']);
    expect(ambient.service.log).toEqual([]);
    await nova.stop();
  });

  it('is bound when it is constructed, not when it is used', async () => {
    const first = aWorkflow([[['return']]]);
    const second = aWorkflow();
    const nova = runInWorkflow(first.workflow, () => new NovaAct({ actuator: fakeActuator() }));
    await runInWorkflow(second.workflow, async () => {
      await nova.start();
      await nova.act('go');
      await nova.stop();
    });
    expect(first.service.log).toContain('UpdateAct SUCCEEDED');
    expect(second.service.log).toEqual([]);
  });

  it('is missing outside of a workflow without a key, and the error lists the ways', () => {
    vi.stubEnv('NOVA_ACT_API_KEY', '');
    expect(() => new NovaAct({ actuator: fakeActuator() })).toThrow(AuthError);
    vi.unstubAllEnvs();
  });

  it('does not take a key beside a workflow, and does not show it', () => {
    const { workflow } = aWorkflow();
    const make = () => new NovaAct({ workflow, apiKey: 'k'.repeat(36) });
    expect(make).toThrow(ValidationError);
    expect(make).not.toThrow('kkkk');
  });
});

describe('start', () => {
  it('opens the session and the browser, and takes up residence in the run', async () => {
    const { nova, service, actuator, residents } = aNova();
    await nova.start();
    expect(service.log).toEqual(['CreateSession']);
    expect(actuator.did).toEqual(['start']);
    expect(nova.sessionId).toBe('session-1');
    expect(residents.size).toBe(1);
    await nova.stop();
    expect(residents.size).toBe(0);
  });

  it('that fails in the browser closes everything again and says why', async () => {
    const cause = new Error('no browser');
    const actuator = fakeActuator({ start: () => Promise.reject(cause) });
    const { nova, residents } = aNova([], { actuator });
    await expect(nova.start()).rejects.toBeInstanceOf(StartFailedError);
    expect(actuator.did).toEqual(['stop']);
    await vi.waitFor(() => expect(residents.size).toBe(0));
    await expect(nova.act('go')).rejects.toBeInstanceOf(NotStartedError);
  });

  it('that fails on the service ends a browser that is still opening', async () => {
    let seen: AbortSignal | undefined;
    const actuator = fakeActuator({
      start(signal) {
        seen = signal;
        return never();
      },
    });
    const { workflow } = aWorkflow([], { createSession: () => Promise.reject(new Error('down')) });
    await expect(new NovaAct({ workflow, actuator }).start()).rejects.toThrow('down');
    expect(seen?.aborted).toBe(true);
    expect(actuator.did).toEqual(['stop']);
  });

  it('with a signal aborted beforehand makes no service call', async () => {
    const { nova, service } = aNova([], { signal: AbortSignal.abort('no') });
    await expect(nova.start()).rejects.toMatchObject({ name: 'StartFailedError', cause: 'no' });
    expect(service.log).toEqual([]);
  });

  it('happens once', async () => {
    const { nova } = aNova();
    await nova.start();
    await expect(nova.start()).rejects.toBeInstanceOf(NotStartedError);
    await nova.stop();
  });
});

describe('acts', () => {
  it('are summed up, the failed ones too, also after the session', async () => {
    const { nova } = aNova([[['return', ['a']]], [['throw', ['no']]]]);
    await nova.start();
    const { steps } = await nova.act('first');
    await nova.act('second').catch(() => {});
    await nova.stop();
    expect(steps).toMatchObject([{ step: 1, calls: [{ name: 'return' }] }]);
    expect(nova.summary).toMatchObject({
      acts: { succeeded: 1, failed: 1, timedOut: 0 },
      numStepsExecuted: 2,
      humanWaitMs: 0,
    });
    expect(nova.summary.timeWorkedMs).toBeGreaterThanOrEqual(nova.summary.serverTimeMs);
  });

  it('give a typed answer', async () => {
    const { nova } = aNova([[['return', ['{"price":42}']]]]);
    await nova.start();
    const schema = { type: 'object', properties: { price: { type: 'number' } } };
    expect(await nova.actGet('Price?', { schema })).toMatchObject({
      parsed: { price: 42 },
      response: '{"price":42}',
      metadata: { actId: 'act-1', numStepsExecuted: 1 },
    });
    await nova.stop();
  });

  it('are refused while another one runs, at once and without a request', async () => {
    const { nova, service } = aNova([never]);
    await nova.start();
    const first = nova.act('one');
    await vi.waitFor(() => expect(service.steps).toHaveLength(1));
    await expect(nova.act('two')).rejects.toBeInstanceOf(SessionBusyError);
    await expect(nova.goToUrl('https://a.test')).rejects.toBeInstanceOf(SessionBusyError);
    expect(service.log.filter((line) => line === 'CreateAct')).toHaveLength(1);
    await Promise.allSettled([first, nova.stop()]);
  });

  it('are refused before start and after stop', async () => {
    const { nova } = aNova();
    await expect(nova.act('go')).rejects.toBeInstanceOf(NotStartedError);
    await nova.start();
    await nova.stop();
    await expect(nova.act('go')).rejects.toBeInstanceOf(NotStartedError);
    expect(() => nova.page).toThrow(NotStartedError);
  });

  it.each([
    ['', {}, 'prompt'],
    ['x'.repeat(10_001), {}, 'prompt'],
    ['go', { maxSteps: 0 }, 'maxSteps'],
    ['go', { maxSteps: 200 }, 'maxSteps'],
    ['go', { timeoutMs: 1_999 }, 'timeoutMs'],
    ['go', { timeoutMs: Number.NaN }, 'timeoutMs'],
    ['go', { observationDelayMs: -1 }, 'observationDelayMs'],
    ['go', { schema: { type: 'nonsense' } }, 'schema.type'],
  ])(
    'with bad input are refused before anything is sent: %.10s %j',
    async (prompt, options, field) => {
      const { nova, service } = aNova();
      await nova.start();
      await expect(nova.act(prompt, options as ActOptions)).rejects.toMatchObject({
        name: 'ValidationError',
        field,
      });
      expect(service.log).toEqual(['CreateSession']);
      await nova.stop();
    },
  );

  it('end with the workflow', async () => {
    const { nova, service, abort } = aNova([never]);
    await nova.start();
    const acting = nova.act('go');
    await vi.waitFor(() => expect(service.steps).toHaveLength(1));
    abort.abort('over');
    await expect(acting).rejects.toBeInstanceOf(ActCanceledError);
    await nova.stop();
    expect(service.updates).toMatchObject([{ status: 'FAILED' }]);
  });

  it('run tools, callbacks and listeners in the context of their workflow', async () => {
    const seen: (string | undefined)[] = [];
    const note = () => seen.push(tryGetWorkflow()?.workflowDefinitionName);
    const noting = tool({ name: 'note', description: 'n', inputSchema: {}, execute: note });
    const { nova } = aNova([[['note', {}]], [['return']]], {
      tools: [noting],
      stopHooks: [() => void note()],
      onEvent: (event) => {
        if (event.type === 'act.started') note();
      },
    });
    await nova.start();
    await nova.act('go', { onStep: () => void note() });
    await nova.stop();
    expect(seen).toEqual(['flights', 'flights', 'flights', 'flights', 'flights']);
    expect(tryGetWorkflow()).toBeUndefined();
  });

  it('are not touched by a listener that throws', async () => {
    const warn = vi.fn();
    const { nova } = aNova([[['return', ['ok']]]], {
      logger: { ...silentLogger, warn },
      onEvent() {
        throw new Error('mine');
      },
    });
    await nova.start();
    expect(await nova.act('go')).toMatchObject({ response: 'ok' });
    expect(warn).toHaveBeenCalled();
    await nova.stop();
  });
});

describe('stop', () => {
  it('ends the act that runs, then closes the browser', async () => {
    const { nova, service, actuator } = aNova([never]);
    await nova.start();
    const acting = nova.act('go');
    await vi.waitFor(() => expect(service.steps).toHaveLength(1));
    await Promise.all([
      expect(acting).rejects.toMatchObject({ message: 'The session was stopped' }),
      nova.stop(),
    ]);
    expect(service.log.at(-1)).toBe('UpdateAct FAILED');
    expect(actuator.did.at(-1)).toBe('stop');
  });

  it('runs every hook while the browser is open; one that fails is told and fails nothing', async () => {
    const ran: string[] = [];
    const told: NovaActEvent[] = [];
    const warn = vi.fn();
    const { nova, actuator } = aNova([], {
      logger: { ...silentLogger, warn },
      onEvent: (event) => void told.push(event),
      stopHooks: [
        function sendMail() {
          ran.push(`first of ${actuator.did.length}`);
          throw new Error('no post today');
        },
        async () => void ran.push('second'),
      ],
    });
    await nova.start();
    await nova.stop();
    expect(ran).toEqual(['first of 1', 'second']);
    expect(actuator.did.at(-1)).toBe('stop');
    const error = { name: 'Error', message: 'no post today' };
    const failure = { hook: 'sendMail', outcome: 'failed', error };
    expect(told.at(-2)).toMatchObject({ type: 'hook.failed', sessionId: 'session-1', ...failure });
    expect(warn).toHaveBeenCalledWith(
      'A stop hook was not done',
      expect.objectContaining({ ...failure, workflowRunId: expect.any(String) }),
    );
  });

  it('takes hooks that come and go while the session lives', async () => {
    const ran: string[] = [];
    const first = () => void ran.push('first');
    const second = () => void ran.push('second');
    const adding: StopHook = (session) => {
      ran.push('adding');
      session.addStopHook(() => void ran.push('added by a hook'));
    };
    const { nova } = aNova([], { stopHooks: [first, adding] });
    nova.addStopHook(second);
    nova.addStopHook(second);
    await nova.start();
    expect(nova.removeStopHook(first)).toBe(true);
    expect(nova.removeStopHook(first)).toBe(false);
    expect(() => nova.addStopHook('hook' as never)).toThrow(ValidationError);
    await nova.stop();
    expect(ran).toEqual(['adding', 'second', 'added by a hook']);
    expect(() => nova.addStopHook(first)).toThrow(NotStartedError);
  });

  it('refuses a hook that could not be called any more, also when it was never started', async () => {
    const { nova } = aNova();
    await nova.stop();
    expect(() => nova.addStopHook(() => {})).toThrow('has not stopped yet');
  });

  it('fails the start by what a hook finds wrong, with everything closed again', async () => {
    const cause = new Error('the bucket is locked');
    const ran = vi.fn();
    const check = vi.fn(() => Promise.reject(cause));
    const { nova, actuator } = aNova([], {
      logsDirectory: '/nowhere',
      stopHooks: [Object.assign(ran, { check })],
    });
    await expect(nova.start()).rejects.toMatchObject({ name: 'StartFailedError', cause });
    const start = { logsDirectory: '/nowhere', signal: expect.any(AbortSignal) };
    expect(check).toHaveBeenCalledExactlyOnceWith(start);
    expect(actuator.did).toEqual(['start', 'stop']);
    expect(ran).not.toHaveBeenCalled();
  });

  it('calls hooks when the traces of all acts are in the directory that the session names', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'hooks-'));
    const seen: [string | undefined, string[]][] = [];
    const { nova } = aNova([[['return']]], {
      logsDirectory: directory,
      stopHooks: [
        ({ logsDirectory = '' }) => void seen.push([logsDirectory, readdirSync(logsDirectory)]),
      ],
    });
    expect(nova.logsDirectory).toBeUndefined();
    await nova.start();
    await nova.act('go');
    await nova.stop();
    expect(seen).toEqual([
      [
        join(directory, 'session-1'),
        [
          expect.stringMatching(/^act-1-go-.*html$/),
          expect.stringMatching(/^act-1-go-.*json$/),
          'index.html',
          'pictures',
          'session.json',
        ],
      ],
    ]);
    expect(nova.logsDirectory).toBe(join(directory, 'session-1'));
    rmSync(directory, { recursive: true });
    expect(aNova().nova.logsDirectory).toBeUndefined();
  });

  it('does nothing the second time, or before a start', async () => {
    const { nova, actuator } = aNova();
    await nova.start();
    await Promise.all([nova.stop(), nova.stop()]);
    await nova.stop();
    expect(actuator.did).toEqual(['start', 'stop']);
    await aNova().nova.stop();
  });

  it('happens at the end of its block', async () => {
    const { workflow } = aWorkflow();
    const actuator = fakeActuator();
    {
      await using nova = await NovaAct.start({ workflow, actuator });
      expect(nova.sessionId).toBe('session-1');
    }
    expect(actuator.did).toEqual(['start', 'stop']);
  });

  it('says what could not be closed', async () => {
    const cause = new Error('stuck');
    const actuator = fakeActuator({ stop: () => Promise.reject(cause) });
    const { nova, residents } = aNova([], { actuator });
    await nova.start();
    await expect(nova.stop()).rejects.toMatchObject({ name: 'StopFailedError', cause });
    expect(residents.size).toBe(0);
  });
});

it('tells the whole story of a session', async () => {
  const story: NovaActEvent['type'][] = [];
  const { nova } = aNova([[['return']]], { onEvent: (event) => void story.push(event.type) });
  await nova.start();
  await nova.act('go');
  await nova.stop();
  expect(story[0]).toBe('session.started');
  expect(story.at(-1)).toBe('session.stopped');
  expect(story).toContain('act.finished');
});
