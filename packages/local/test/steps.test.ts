import { scriptedModel } from '@nova-act/local';
import { describe, expect, test } from 'vitest';
import type { Answered } from './clients.js';
import { firstResults, observation } from './life-of-a-run.js';
import { callsOf, first, next, open, resultsOf } from './open-service.js';

describe('a step', () => {
  const fieldOf = (answer: Answered) => (answer.body['fieldList'] as { name: string }[])[0]?.name;

  test('must name the step before it, and the first none', async () => {
    const { send, openAct } = open();
    const paths = await openAct();
    const unknown = '00000000-0000-4000-8000-000000000000';
    const early = await send('PUT', paths.step, {
      previousStepId: unknown,
      callResults: firstResults(),
    });
    expect([early.status, fieldOf(early)]).toEqual([400, 'previousStepId']);
    const one = await first(send, paths);
    const two = await next(send, paths, one);
    const three = await next(send, paths, two);
    expect(three.status).toBe(200);
    for (const previousStepId of [unknown, one.body['stepId'], undefined]) {
      const answer = await send('PUT', paths.step, {
        ...(previousStepId === undefined ? {} : { previousStepId }),
        callResults: resultsOf(three),
      });
      expect([answer.status, fieldOf(answer)]).toEqual([400, 'previousStepId']);
    }
    expect((await next(send, paths, three)).status).toBe(200);
  });

  test('that is repeated is answered anew, and the unseen answer is void', async () => {
    const seen: number[] = [];
    const model = scriptedModel(({ step }) => {
      seen.push(step);
      return ['takeObservation'];
    });
    const { service, send, openAct } = open({ model });
    const paths = await openAct();
    const lost = await first(send, paths);
    const one = await first(send, paths);
    expect(one.status).toBe(200);
    expect(one.body['stepId']).not.toBe(lost.body['stepId']);
    expect((await next(send, paths, lost)).status).toBe(400);
    const two = await next(send, paths, one);
    const twoAgain = await next(send, paths, one);
    expect((await next(send, paths, two)).status).toBe(400);
    expect((await next(send, paths, twoAgain)).status).toBe(200);
    expect(seen).toEqual([1, 1, 2, 2, 3]);
    expect(service.runs()[0]?.acts[0]?.steps.map(({ superseded }) => superseded)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  test('must open with what opens an act', async () => {
    const { send, openAct } = open();
    const paths = await openAct();
    const [initiate, observe] = firstResults();
    for (const callResults of [[initiate], [observe, initiate], [initiate, observe, observe]])
      expect((await send('PUT', paths.step, { callResults })).status).toBe(400);
    expect((await first(send, paths)).status).toBe(200);
  });

  test('must answer the calls of the last program in order, from the first', async () => {
    const { send, openAct } = open();
    const paths = await openAct();
    const one = await first(send, paths);
    const [click, observe] = resultsOf(one);
    const stray = { callId: 'stray', content: [{ text: 'null' }] };
    const previousStepId = one.body['stepId'];
    for (const callResults of [[observe, click], [stray], [click, observe, stray], [click, click]])
      expect(fieldOf(await send('PUT', paths.step, { previousStepId, callResults }))).toMatch(
        /^callResults\.\d\.callId$/,
      );
    const stopped = await send('PUT', paths.step, { previousStepId, callResults: [click] });
    expect(stopped.status).toBe(200);
  });

  test('may bring a look that was not asked for', async () => {
    const urls: (string | undefined)[] = [];
    const model = scriptedModel((step) => {
      urls.push(step.observation?.activeURL);
      return [['agentClick', '<box>1,1,2,2</box>']];
    });
    const { send, openAct } = open({ model });
    const paths = await openAct();
    const one = await first(send, paths);
    const look = {
      callId: 'takeObservation',
      content: [{ text: observation({ activeURL: 'https://example.com/2' }) }],
    };
    const answer = await send('PUT', paths.step, {
      previousStepId: one.body['stepId'],
      callResults: [...resultsOf(one), look],
    });
    expect(answer.status).toBe(200);
    expect(urls).toEqual(['https://example.com/', 'https://example.com/2']);
  });

  test('is refused while another of the act is being answered', async () => {
    let finish: () => void = () => undefined;
    const model = scriptedModel(async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return ['takeObservation'];
    });
    const { service, send, openAct } = open({ model });
    const paths = await openAct();
    const slow = first(send, paths);
    await expect.poll(() => service.runs()[0]?.acts[0]?.status).toBe('RUNNING');
    expect((await first(send, paths)).status).toBe(409);
    finish();
    expect((await slow).status).toBe(200);
  });

  test('is refused when its act has ended while the model thought', async () => {
    let finish: () => void = () => undefined;
    let thinking: () => void = () => undefined;
    const thought = new Promise<void>((resolve) => {
      thinking = resolve;
    });
    const model = scriptedModel(async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
        thinking();
      });
      return ['takeObservation'];
    });
    const { service, send, openAct } = open({ model });
    const paths = await openAct();
    const slow = first(send, paths);
    await thought;
    await send('PUT', paths.act, { status: 'TIMED_OUT' });
    finish();
    expect((await slow).status).toBe(409);
    expect(service.runs()[0]?.acts[0]).toMatchObject({ status: 'TIMED_OUT', steps: [] });
  });

  test('whose client has gone away is not recorded, and may be asked again', async () => {
    const aborted: boolean[] = [];
    const model = scriptedModel(async ({ signal }) => {
      aborted.push(signal.aborted);
      if (aborted.length === 1)
        await new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        );
      return ['takeObservation'];
    });
    const { service, send, openAct } = open({ model });
    const paths = await openAct();
    const gaveUp = new AbortController();
    const pending = send(
      'PUT',
      paths.step,
      { callResults: firstResults() },
      { signal: gaveUp.signal },
    ).then(
      () => 'answered',
      () => 'gave up',
    );
    await expect.poll(() => aborted.length).toBe(1);
    gaveUp.abort();
    expect(await pending).toBe('gave up');
    expect((await first(send, paths)).status).toBe(200);
    expect(service.runs()[0]?.acts[0]?.steps).toHaveLength(1);
  });

  test('tells the model the prompt, the schema, the history and the tools', async () => {
    const schema = { type: 'object', properties: { price: { type: 'number' } } };
    const task = `What, format output with jsonschema: is this?, format output with jsonschema: ${JSON.stringify(schema)}`;
    const seen: unknown[] = [];
    const model = scriptedModel((step) => {
      const { prompt, schema, history, callResults, toolSpecs, memory, modelId } = step;
      memory['count'] = Number(memory['count'] ?? 0) + 1;
      seen.push(
        structuredClone({ prompt, schema, history, callResults, toolSpecs, memory, modelId }),
      );
      return [{ name: 'lookup', input: { word: 'x' } }, 'takeObservation'];
    });
    const { send, openAct } = open({ model });
    const tool = { name: 'lookup', description: 'Looks up', inputSchema: { json: schema } };
    const paths = await openAct({ task, toolSpecs: [tool] });
    const one = await first(send, paths);
    await next(send, paths, one);
    const results = callsOf(one).map(({ callId, name }) => ({ callId, name }));
    expect(seen).toMatchObject([
      {
        prompt: 'What, format output with jsonschema: is this?',
        schema,
        history: [],
        callResults: [{ callId: 'initiateAct' }, { callId: 'takeObservation' }],
        toolSpecs: [{ name: 'lookup', description: 'Looks up', inputSchema: schema }],
        memory: { count: 1 },
        modelId: 'nova-act-latest',
      },
      {
        history: [{ calls: [{ name: 'lookup' }, { name: 'takeObservation' }], results }],
        callResults: results,
        memory: { count: 2 },
      },
    ]);
  });

  test.each([
    ['throws', () => Promise.reject(new Error('out of order'))],
    ['gives nothing', () => []],
    ['gives a call without a name', () => [{ name: '', input: [] }]],
  ])('whose model %s is an invalid generation, and can be asked again', async (_, answer) => {
    let asked = 0;
    const model = scriptedModel(() => {
      asked += 1;
      return asked === 1 ? answer() : ['takeObservation'];
    });
    const { send, openAct } = open({ model });
    const paths = await openAct();
    expect(await first(send, paths)).toMatchObject({
      status: 500,
      body: { __type: 'InternalServerException', reason: 'InvalidModelGeneration' },
    });
    expect((await first(send, paths)).status).toBe(200);
  });

  test('waits for the client, or for a human', async () => {
    const model = scriptedModel([
      ['takeObservation'],
      [{ name: 'human_Approve', input: { message: 'Buy?' } }],
    ]);
    const { service, send, openAct } = open({ model });
    const paths = await openAct();
    const one = await first(send, paths);
    expect(service.runs()[0]?.acts[0]?.status).toBe('PENDING_CLIENT_ACTION');
    await next(send, paths, one);
    expect(service.runs()[0]?.acts[0]?.status).toBe('PENDING_HUMAN_ACTION');
  });
});

test('what the service remembers of screenshots is bounded, the newest stay', async () => {
  const urls: unknown[] = [];
  const model = scriptedModel((step) => {
    urls.push(step.observation?.activeURL);
    return [['wait', 1]];
  });
  const { service, send, openAct } = open({ model, maxObservationBytes: 1000 });
  const one = await openAct();
  const answer = await first(send, one);
  // Without a new look, the model sees the last one again.
  const two = await next(send, one, answer);
  expect(urls).toEqual(['https://example.com/', 'https://example.com/']);
  for (let at = 0; at < 3; at += 1) await first(send, await openAct());
  await next(send, one, two);
  expect(urls.at(-1)).toBeUndefined();
  expect(JSON.stringify(service.runs())).not.toContain('screenshotBase64');
});
