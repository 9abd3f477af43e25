import { type Logger, NovaAct, type NovaActOptions } from '@nova-act/core';
import { scriptedModel } from '@nova-act/local';
import { Workflow, type WorkflowOptions } from '@nova-act/workflow';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeActuator } from '../../packages/core/test/support/fake-actuator.js';
import { localRun } from '../workflow/support/local-run.js';

const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);
beforeEach(() => void process.on('unhandledRejection', note));
afterEach(() => void process.off('unhandledRejection', note));

const HEARING: Record<string, () => unknown> = {
  throw: () => {
    throw new Error('full');
  },
  reject: () => Promise.reject(new Error('full')),
  'never come back': () => new Promise(() => {}),
};

it.each(Object.entries(HEARING))(
  'a logger and a listener that %s touch neither the act nor the run',
  async (_how, hear) => {
    const { service, iam } = localRun({
      model: scriptedModel([[['return', 'ok']]]),
      // A request is sent again, which is told to the logger.
      faults: [{ kind: 'throttle', operation: 'CreateAct', times: 1 }],
    });
    const logger = { debug: hear, info: hear, warn: hear, error: hear } as Logger;
    const listening = { onEvent: hear as NovaActOptions['onEvent'] };
    const options: WorkflowOptions = { ...iam, logger };
    const response = await Workflow.run(options, async () => {
      const nova = await NovaAct.start({ actuator: fakeActuator(), ...listening });
      const acted = await nova.act('go');
      await nova.stop();
      return acted.response;
    });
    expect(response).toBe('ok');
    expect(service.runs()).toMatchObject([
      { status: 'SUCCEEDED', acts: [{ status: 'SUCCEEDED' }] },
    ]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).toEqual([]);
  },
);
