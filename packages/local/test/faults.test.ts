import { createLocalService, type Fault, scriptedModel } from '@nova-act/local';
import { describe, expect, test, vi } from 'vitest';
import { clientInfo, openAct } from './life-of-a-run.js';
import {
  type OpenTarget,
  surfaceNames,
  surfaces,
  transportNames,
  transports,
} from './transports.js';

const runs = '/workflow-definitions/default/workflow-runs';
const newRun = { modelId: 'nova-act-latest', clientInfo };
const errorOf = (error: unknown) => error as Error & { cause?: { code?: string } };

describe.each(transportNames)('a fault made on purpose, %s', (transport) => {
  describe.each(surfaceNames)('on the %s surface', (surface) => {
    const { client } = surfaces[surface];
    const aws = surface === 'AWS';
    const open = (faults: Fault[]) => transports[transport]({ faults });
    const createRun = (target: OpenTarget) => client(target)('PUT', runs, newRun);

    test('throttles with Retry-After', async () => {
      await using target = await open([{ kind: 'throttle', retryAfterSeconds: 3, times: 1 }]);
      const answer = await createRun(target);
      expect(answer.status).toBe(429);
      expect(answer.headers.get('retry-after')).toBe('3');
      if (aws) expect(answer.headers.get('x-amzn-errortype')).toBe('ThrottlingException');
      else expect(answer.body).toMatchObject({ throttleType: 'RATE_LIMIT_EXCEEDED' });
      expect(target.runs()).toEqual([]);
      expect((await createRun(target)).status).toBe(201);
    });

    test('says that the quota is used up', async () => {
      await using target = await open([{ kind: 'quota' }]);
      const answer = await createRun(target);
      expect(answer.status).toBe(aws ? 402 : 429);
      expect(answer.body).toMatchObject(
        aws
          ? { __type: 'ServiceQuotaExceededException' }
          : { throttleType: 'DAILY_QUOTA_LIMIT_EXCEEDED' },
      );
    });

    test('says that a guardrail intervened', async () => {
      await using target = await open([{ kind: 'guardrail' }]);
      expect(await createRun(target)).toMatchObject({
        status: 400,
        body: { reason: aws ? 'GuardrailIntervened' : 'AGENT_GUARDRAILS_TRIGGERED' },
      });
    });

    test('answers the status and reason it is given', async () => {
      await using target = await open([
        { kind: 'status', times: 1 },
        { kind: 'status', status: 503, retryAfterSeconds: 1, times: 1 },
        { kind: 'status', reason: 'RequestTokenLimitExceeded' },
      ]);
      expect((await createRun(target)).status).toBe(500);
      const busy = await createRun(target);
      expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '1']);
      expect((await createRun(target)).body['reason']).toBe('RequestTokenLimitExceeded');
    });

    test('answers a success that is not JSON, having executed the request', async () => {
      await using target = await open([{ kind: 'malformed', body: 'oops' }]);
      expect(await createRun(target)).toMatchObject({ status: 201, text: 'oops' });
      expect(target.runs()).toHaveLength(1);
    });

    test('breaks the connection in the middle of the answer', async () => {
      await using target = await open([{ kind: 'truncate' }]);
      const failure = await createRun(target).then(() => undefined, errorOf);
      expect(failure?.message).toBe('terminated');
      expect(target.runs()).toHaveLength(1);
    });

    test('breaks the connection before or after the request is executed', async () => {
      await using target = await open([
        { kind: 'reset', times: 1 },
        { kind: 'reset-after-execute' },
      ]);
      for (const executed of [0, 1]) {
        const failure = await createRun(target).then(() => undefined, errorOf);
        expect(failure?.message).toBe('fetch failed');
        expect(failure?.cause?.code).toBe('ECONNRESET');
        expect(target.runs()).toHaveLength(executed);
      }
      expect(target.requests().map(({ fault, executed }) => [fault, executed])).toEqual([
        ['reset', false],
        ['reset-after-execute', true],
      ]);
    });

    test('never answers, until the client gives up', async () => {
      await using target = await open([
        { kind: 'silent', times: 1 },
        { kind: 'silent-after-execute' },
      ]);
      for (const executed of [0, 1]) {
        const gaveUp = new AbortController();
        const pending = client(target)('PUT', runs, newRun, { signal: gaveUp.signal });
        const failure = pending.then(() => undefined, errorOf);
        await vi.waitFor(() => expect(target.requests()).toHaveLength(executed + 1));
        expect(target.runs()).toHaveLength(executed);
        gaveUp.abort(new Error('gave up'));
        expect((await failure)?.message).toBe('gave up');
      }
    });

    test('answers late', async () => {
      const waited: number[] = [];
      await using target = await transports[transport]({
        faults: [{ kind: 'latency', latencyMs: 90_000 }],
        pause: async (ms) => void waited.push(ms),
      });
      expect((await createRun(target)).status).toBe(201);
      expect(waited).toEqual([90_000]);
    });
  });
});

describe('a plan of faults', () => {
  const open = (options: Parameters<typeof createLocalService>[0]) => {
    const service = createLocalService(options);
    const target = { ...service, origin: 'http://nova-act.test' };
    const statuses = async (count: number) => {
      const seen: number[] = [];
      for (let at = 0; at < count; at += 1)
        seen.push((await surfaces.AWS.client(target)('PUT', runs, newRun)).status);
      return seen;
    };
    return { service, target, statuses };
  };

  test('hits only its operation and surface', async () => {
    const { target, service } = open({
      model: scriptedModel([['takeObservation']]),
      faults: [{ kind: 'throttle', operation: ['InvokeActStep'], surface: 'api-key' }],
    });
    for (const [surface, status] of [
      ['AWS', 400],
      ['API key', 429],
    ] as const) {
      const { client, stepEnd } = surfaces[surface];
      const paths = await openAct(client(target), { stepEnd });
      expect((await client(target)('PUT', paths.step, {})).status).toBe(status);
    }
    expect(service.faults.list()).toMatchObject([{ hits: 1 }]);
  });

  test('lets some through first, and is used up after its count', async () => {
    const { statuses, service } = open({ faults: [{ kind: 'throttle', skip: 1, times: 2 }] });
    expect(await statuses(5)).toEqual([201, 429, 429, 201, 201]);
    expect(service.faults.list()).toMatchObject([{ hits: 2 }]);
  });

  test('hits with a probability', async () => {
    const rolls = [0.1, 0.5, 0.49, 0.9];
    const { statuses } = open({
      faults: [{ kind: 'throttle', probability: 0.5 }],
      random: () => rolls.shift() ?? 1,
    });
    expect(await statuses(4)).toEqual([429, 201, 429, 201]);
  });

  test('can be changed while the service runs', async () => {
    const { statuses, service } = open({});
    const { id } = service.faults.add({ kind: 'throttle' });
    expect(await statuses(1)).toEqual([429]);
    expect(service.faults.remove(id)).toBe(true);
    expect(service.faults.remove(id)).toBe(false);
    service.faults.add({ kind: 'quota' });
    service.faults.clear();
    expect(await statuses(1)).toEqual([201]);
  });

  test.each<[unknown, RegExp]>([
    [{}, /kind is required/],
    [{ kind: 'explode' }, /kind must be one of .*"explode"/],
    [{ kind: 'reset', operation: 'Nothing' }, /operation has no operation "Nothing"/],
    [{ kind: 'reset', times: 0 }, /times must be at least 1, is 0/],
    [{ kind: 'reset', probability: 2 }, /probability must be from 0 to 1, is 2/],
    [{ kind: 'latency' }, /latencyMs is required/],
    [{ kind: 'reset', latencyMs: 5 }, /latencyMs does nothing here: it is for latency/],
    [{ kind: 'reset', tims: 5 }, /tims is no member/],
    [{ kind: 'status', status: 200 }, /status must be at least 400/],
    ['reset', /must be an object/],
  ])('refuses %j', (fault, message) => {
    expect(() => createLocalService().faults.add(fault as Fault)).toThrow(message);
  });
});

describe('the admin endpoint', () => {
  const open = () => {
    const service = createLocalService();
    const ask = async (method: string, path: string, body?: unknown, key = service.apiKey) =>
      service.fetch(`http://nova-act.test/admin${path}`, {
        method,
        headers: key === '' ? {} : { authorization: `Bearer ${key}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    return { service, ask };
  };

  test('adds, lists and removes faults', async () => {
    const { service, ask } = open();
    const added = await ask('POST', '/faults', { kind: 'throttle', times: 2 });
    expect(added.status).toBe(201);
    expect(await added.json()).toMatchObject({ id: 'fault-1', hits: 0 });
    expect(await (await ask('GET', '/faults')).json()).toMatchObject({
      faults: [{ id: 'fault-1', fault: { kind: 'throttle' } }],
    });
    expect((await ask('DELETE', '/faults/fault-1')).status).toBe(204);
    expect((await ask('DELETE', '/faults/fault-1')).status).toBe(404);
    await ask('POST', '/faults', { kind: 'quota' });
    expect((await ask('DELETE', '/faults')).status).toBe(204);
    expect(service.faults.list()).toEqual([]);
  });

  test('demands the API key', async () => {
    const { service, ask } = open();
    expect((await ask('POST', '/faults', { kind: 'quota' }, '')).status).toBe(401);
    expect((await ask('POST', '/faults', { kind: 'quota' }, 'wrong')).status).toBe(403);
    expect(service.faults.list()).toEqual([]);
  });

  test('says what is wrong with a fault', async () => {
    const { ask } = open();
    const answer = await ask('POST', '/faults', { kind: 'explode' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining('kind') });
  });
});
