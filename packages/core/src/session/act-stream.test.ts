import { describe, expect, it } from 'vitest';
import { fakeActuator } from '../../test/support/fake-actuator.js';
import { type Answer, fakeService } from '../../test/support/fake-service.js';
import type { Actuator } from '../browser/actuator.js';
import { ActCanceledError, ValidationError } from '../errors/index.js';
import { silentLogger } from '../logger.js';
import { NovaAct } from './nova-act.js';

const CLICK = ['agentClick', ['<box>10,10,20,20</box>']] as const;
const TWO_STEPS: Answer[] = [
  [[...CLICK], ['takeObservation']],
  [[...CLICK], ['return', ['"done"']]],
];

async function aNova(answers: Answer[] = TWO_STEPS, parts: Partial<Actuator> = {}) {
  const service = fakeService(answers);
  const actuator = fakeActuator(parts);
  const { signal } = new AbortController();
  const workflow = {
    workflowDefinitionName: 'flights',
    workflowRunId: 'run-1',
    service,
    signal,
    logger: silentLogger,
    admit: () => () => {},
  };
  const nova = await NovaAct.start({ workflow, actuator });
  const clicks = () => actuator.did.filter((deed) => deed === 'click').length;
  return { nova, service, clicks };
}

/** Long enough for everything that waits for nothing. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('an act as a stream', () => {
  it('gives every event of the act, in order, and its result', async () => {
    const { nova } = await aNova();
    const stream = nova.stream('go', { schema: { type: 'string' } });
    const types: string[] = [];
    for await (const { type } of stream) types.push(type);
    const calls = ['call.started', 'call.finished', 'call.started', 'call.finished'];
    const step = ['step.observed', 'step.decided', ...calls, 'step.finished'];
    expect(types).toEqual(['act.started', ...step, ...step, 'act.finished']);
    expect(await stream.result).toMatchObject({
      parsed: 'done',
      metadata: { numStepsExecuted: 2 },
    });
  });

  it('does nothing before it is followed', async () => {
    const { nova, service } = await aNova();
    nova.stream('');
    nova.stream('go');
    await aWhile();
    expect(service.log).toEqual(['CreateSession']);
  });

  it('does nothing while an event is worked on', async () => {
    const { nova, service, clicks } = await aNova();
    const counts: number[] = [];
    for await (const { type } of nova.stream('go')) {
      if (type !== 'step.decided') continue;
      const before = clicks();
      await aWhile();
      expect(clicks()).toBe(before);
      counts.push(before);
    }
    expect(counts).toEqual([0, 1]);
    expect(service.log.at(-1)).toBe('UpdateAct SUCCEEDED');
  });

  it('is canceled by leaving the loop, with nothing done after that, and the session goes on', async () => {
    const { nova, service, clicks } = await aNova();
    const stream = nova.stream('go');
    for await (const { type } of stream) if (type === 'step.decided') break;
    expect(clicks()).toBe(0);
    expect(service.log.at(-1)).toBe('UpdateAct FAILED');
    await expect(stream.result).rejects.toBeInstanceOf(ActCanceledError);
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    service.steps.length = 0;
    await nova.act('again');
    expect(service.log.at(-1)).toBe('UpdateAct SUCCEEDED');
  });

  it('ends when it is left before it has begun', async () => {
    const { nova, service } = await aNova();
    const stream = nova.stream('go');
    await stream.return();
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    await expect(stream.result).rejects.toBeInstanceOf(ActCanceledError);
    expect(service.log).toEqual(['CreateSession']);
  });

  it('throws in the loop what the act throws, after the events before it', async () => {
    const { nova } = await aNova([[['throw', ['no way']]]]);
    const types: string[] = [];
    const following = (async () => {
      for await (const { type } of nova.stream('go')) types.push(type);
    })();
    await expect(following).rejects.toMatchObject({ code: 'ACT_AGENT_FAILED' });
    expect(types.at(-1)).toBe('act.finished');
  });

  it('throws what is wrong with what it was given when it is followed', async () => {
    const { nova } = await aNova();
    await expect(nova.stream('').next()).rejects.toBeInstanceOf(ValidationError);
    const misspelt = nova.stream('go', { maxStep: 1 } as object);
    await expect(misspelt.next()).rejects.toThrow('maxSteps');
  });

  it('waits for nobody once its result was asked for, and keeps the events', async () => {
    const { nova } = await aNova();
    const stream = nova.stream('go');
    expect((await stream.next()).value?.type).toBe('act.started');
    expect(await stream.result).toMatchObject({ response: '"done"' });
    let rest = 0;
    for await (const _ of stream) rest++;
    expect(rest).toBe(15);
  });

  it('is ended by a signal of the options, and by the session', async () => {
    const aborted = await aNova();
    const abort = new AbortController();
    const stream = aborted.nova.stream('go', { signal: abort.signal });
    await stream.next();
    abort.abort();
    await expect(stream.result).rejects.toBeInstanceOf(ActCanceledError);

    const stopped = await aNova();
    const followed = stopped.nova.stream('go');
    await followed.next();
    await stopped.nova.stop();
    await expect(followed.result).rejects.toBeInstanceOf(ActCanceledError);
  });

  it('gives several who ask at once an event each', async () => {
    const { nova } = await aNova();
    const stream = nova.stream('go');
    const [first, second] = await Promise.all([stream.next(), stream.next()]);
    expect([first.value?.type, second.value?.type]).toEqual(['act.started', 'step.observed']);
    await stream.return();
  });
});
