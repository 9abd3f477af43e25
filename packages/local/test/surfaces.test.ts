import { type LocalServiceOptions, scriptedModel } from '@nova-act/local';
import { describe, expect, test } from 'vitest';
import { firstResults, observation, openAct } from './life-of-a-run.js';
import { surfaceNames, surfaces, transportNames, transports } from './transports.js';

const model = scriptedModel([
  [['agentClick', '<box>10,10,20,20</box>'], 'waitForPageToSettle', 'takeObservation'],
  [['return', '"done"']],
]);

describe.each(transportNames)('a local service %s', (transport) => {
  describe.each(surfaceNames)('on the %s surface', (surface) => {
    const { client, stepEnd, requestId } = surfaces[surface];
    const open = (options: LocalServiceOptions = {}) =>
      transports[transport]({ model, ...options });

    test('takes a run from its creation to its end', async () => {
      await using target = await open();
      const send = client(target);
      const paths = await openAct(send, { stepEnd });
      const first = await send('PUT', paths.step, { callResults: firstResults() });
      expect(first.status).toBe(200);
      expect(first.headers.get(requestId)).toMatch(/^[0-9a-f-]{36}$/);
      const calls = first.body['calls'] as { callId: string; name: string; input: unknown }[];
      expect(calls.map(({ name, input }) => [name, input])).toEqual([
        ['agentClick', ['<box>10,10,20,20</box>']],
        ['waitForPageToSettle', []],
        ['takeObservation', []],
      ]);
      const texts = ['null', 'null', observation({ activeURL: 'https://example.com/next' })];
      const second = await send('PUT', paths.step, {
        previousStepId: first.body['stepId'],
        callResults: calls.map(({ callId }, at) => ({ callId, content: [{ text: texts[at] }] })),
      });
      expect(second.body['calls']).toMatchObject([{ name: 'return', input: ['"done"'] }]);
      expect(await send('PUT', paths.act, { status: 'SUCCEEDED' })).toMatchObject({ status: 200 });
      expect(await send('PUT', paths.run, { status: 'SUCCEEDED' })).toMatchObject({ status: 200 });

      const [run] = target.runs();
      expect(run).toMatchObject({
        status: 'SUCCEEDED',
        updates: [{ status: 'SUCCEEDED', accepted: true }],
        acts: [{ status: 'SUCCEEDED', prompt: 'Click it', steps: [{ step: 1 }, { step: 2 }] }],
      });
      expect(target.requests().map(({ operation }) => operation)).toEqual([
        'CreateWorkflowRun',
        'CreateSession',
        'CreateAct',
        'InvokeActStep',
        'InvokeActStep',
        'UpdateAct',
        'UpdateWorkflowRun',
      ]);
    });

    test('tells the model when the client has gone away, and can be asked again', async () => {
      const told: string[] = [];
      const slow = scriptedModel(async ({ signal }) => {
        if (told.length > 0) return ['takeObservation'];
        told.push('asked');
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        told.push('gone');
        return ['takeObservation'];
      });
      await using target = await open({ model: slow });
      const send = client(target);
      const paths = await openAct(send, { stepEnd });
      const gaveUp = new AbortController();
      const step = { callResults: firstResults() };
      const pending = send('PUT', paths.step, step, { signal: gaveUp.signal }).catch(
        (error: unknown) => error,
      );
      await expect.poll(() => told).toEqual(['asked']);
      gaveUp.abort(new Error('gave up'));
      expect(await pending).toMatchObject({ message: 'gave up' });
      await expect.poll(() => told).toEqual(['asked', 'gone']);
      expect((await send('PUT', paths.step, step)).status).toBe(200);
      expect(target.runs()[0]?.acts[0]?.steps).toHaveLength(1);
    });

    test('takes a request of almost 5 MB, the most that the service takes', async () => {
      await using target = await open();
      const send = client(target);
      const paths = await openAct(send, { stepEnd });
      const screenshotBase64 = `data:image/jpeg;base64,${'A'.repeat(4_900_000)}`;
      const answer = await send('PUT', paths.step, {
        callResults: firstResults(observation({ screenshotBase64 })),
      });
      expect(answer.status).toBe(200);
    });
  });
});
