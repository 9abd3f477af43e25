import { describe, expect, it, vi } from 'vitest';
import { fakeActuator } from '../../test/support/fake-actuator.js';
import { fakeService } from '../../test/support/fake-service.js';
import { StopFailedError } from '../errors/index.js';
import { silentLogger } from '../logger.js';
import type { WorkflowBinding } from '../workflow-binding.js';
import type { NovaActOptions } from './nova-act.js';
import { NovaAct } from './nova-act.js';

const never = () => new Promise<never>(() => {});

function surroundings(options: NovaActOptions = {}) {
  const service = fakeService([[['return', ['"Mars"']]]]);
  const workflow: WorkflowBinding = {
    workflowDefinitionName: 'planets',
    workflowRunId: 'run-1',
    service,
    signal: new AbortController().signal,
    logger: silentLogger,
    admit: () => () => {},
  };
  const actuator = fakeActuator();
  return { service, actuator, options: { workflow, actuator, ...options } };
}

describe('NovaAct.use', () => {
  it('gives what its body resolves to, and has closed the session by then', async () => {
    const { options, actuator } = surroundings();
    const title = await NovaAct.use(options, async (nova) => {
      expect(actuator.did).toEqual(['start']);
      return `${nova.sessionId}: Mars`;
    });
    expect(title).toBe('session-1: Mars');
    expect(actuator.did).toEqual(['start', 'stop']);
  });

  it('keeps the session open for a promise that is returned unawaited', async () => {
    const { options } = surroundings();
    const { response } = await NovaAct.use(options, (nova) => nova.actGet('Which planet?'));
    expect(response).toBe('"Mars"');
  });

  it('throws what its body throws, as it is, also when that comes at once', async () => {
    const { options, actuator } = surroundings();
    const mine = new Error('mine');
    const throwing = NovaAct.use(options, () => {
      throw mine;
    });
    await expect(throwing).rejects.toBe(mine);
    expect(actuator.did).toEqual(['start', 'stop']);
  });

  it('attaches a session that cannot be closed to the error of the body', async () => {
    const stuck = fakeActuator({ stop: () => Promise.reject(new Error('stuck')) });
    const { options } = surroundings({ actuator: stuck });
    const mine = new Error('mine');
    await expect(NovaAct.use(options, () => Promise.reject(mine))).rejects.toBe(mine);
    expect(mine).toMatchObject({ suppressed: [expect.any(StopFailedError)] });
  });

  it('throws when only the session cannot be closed', async () => {
    const stuck = fakeActuator({ stop: () => Promise.reject(new Error('stuck')) });
    const { options } = surroundings({ actuator: stuck });
    await expect(NovaAct.use(options, () => 'done')).rejects.toBeInstanceOf(StopFailedError);
  });

  it('does not call its body when the session cannot be started', async () => {
    const broken = fakeActuator({ start: () => Promise.reject(new Error('no browser')) });
    const { options } = surroundings({ actuator: broken });
    const body = vi.fn();
    await expect(NovaAct.use(options, body)).rejects.toMatchObject({ code: 'START_FAILED' });
    expect(body).not.toHaveBeenCalled();
  });

  it('lets its body call stop itself', async () => {
    const { options, actuator } = surroundings();
    await NovaAct.use(options, (nova) => nova.stop());
    expect(actuator.did).toEqual(['start', 'stop']);
  });

  it('ends a body that goes on after the abort, and closes the session', async () => {
    const abort = new AbortController();
    const { options, actuator } = surroundings({ signal: abort.signal });
    const using = NovaAct.use(options, () => {
      abort.abort('over');
      return never();
    });
    await expect(using).rejects.toMatchObject({ name: 'ActCanceledError', cause: 'over' });
    expect(actuator.did).toEqual(['start', 'stop']);
  });

  it('prefers what the body itself makes of the abort', async () => {
    const abort = new AbortController();
    const { options } = surroundings({ signal: abort.signal });
    const using = NovaAct.use(options, async (nova) => {
      abort.abort('over');
      return await nova.act('go').catch((error) => `given up: ${error.code}`);
    });
    expect(await using).toBe('given up: ACT_CANCELED');
  });
});
