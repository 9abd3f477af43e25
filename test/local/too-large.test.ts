import { ActRequestTooLargeError, NovaAct } from '@nova-act/core';
import { scriptedModel, startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';
import { describe, expect, it } from 'vitest';
import { anObservation, fakeActuator } from '../../packages/core/test/support/fake-actuator.js';

/** Larger than anything but the step. */
const maxBodyBytes = 5_000;
const open = () =>
  startLocalService({ maxBodyBytes, model: scriptedModel(() => [['return', '"Mars"']]) });
type Service = Awaited<ReturnType<typeof open>>;

const actuator = () =>
  fakeActuator({
    observe: async () => ({ ...anObservation(), simplifiedDOM: '<p>Mars</p>'.repeat(1_000) }),
  });

const ask = (service: Service) =>
  NovaAct.use({ ...service.novaActOptions, actuator: actuator() }, (nova) =>
    nova.act('Which planet?'),
  );

describe('a step that is larger than the service takes', () => {
  it.each<[surface: string, run: (service: Service) => Promise<unknown>]>([
    ['API-key', ask],
    [
      'AWS',
      (service) =>
        withWorkflow(
          {
            workflowDefinitionName: 'planets',
            modelId: 'nova-act-latest',
            ...service.workflowOptions,
          },
          () => ask(service),
        )(),
    ],
  ])('ends its act with its size, the limit and what helps, on the %s surface', async (_, run) => {
    await using service = await open();
    const error = await run(service).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ActRequestTooLargeError);
    const { requestBytes, message, status } = error as ActRequestTooLargeError;
    expect(status).toBe(413);
    expect(requestBytes).toBeGreaterThan(maxBodyBytes);
    expect(message).toContain(
      `InvokeActStep: the request of ${requestBytes.toLocaleString('en-US')}`,
    );
    expect(message).toContain('larger than 5000 bytes');
    expect(message).toContain('Make the screen smaller');
    expect(service.runs().map((each) => [each.status, each.acts[0]?.status])).toEqual([
      ['FAILED', 'FAILED'],
    ]);
    const steps = service.requests().filter(({ operation }) => operation === 'InvokeActStep');
    expect(steps).toEqual([]);
  });
});
