import { createLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { describe, expect, test } from 'vitest';
import { awsClient } from './clients.js';
import { firstResults, observation, openAct } from './life-of-a-run.js';

const picture = Buffer.from('picture').toString('base64');
const model = scriptedModel([[['agentClick', '<box>1,1,2,2</box>'], 'takeObservation']]);

async function open() {
  const service = createLocalService({ model });
  const target = { ...service, origin: 'http://nova-act.test' };
  const send = awsClient(target);
  const get = (path: string) => service.fetch(`http://nova-act.test/console/api${path}`);
  const json = async (path: string) => (await get(path)).json();
  /** An act with one step, ended as told. */
  const act = async (task: string, status: 'SUCCEEDED' | 'FAILED', definition = 'default') => {
    const paths = await openAct(send, { task, definition });
    const text = observation({
      screenshotBase64: `data:image/jpeg;base64,${picture}`,
      simplifiedDOM: '<script>alert(1)</script>',
    });
    const { body } = await send('PUT', paths.step, { callResults: firstResults(text) });
    await send('PUT', paths.act, {
      status,
      ...(status === 'FAILED' ? { error: { message: 'No Such Button', type: 'ActError' } } : {}),
    });
    await send('PUT', paths.run, { status });
    return { ...paths, stepId: String(body['stepId']) };
  };
  return { service, send, get, json, act };
}

describe('the read API of the console', () => {
  test('shows a run, its acts and each step', async () => {
    const { json, get, act } = await open();
    const { workflowRunId, actId, stepId } = await act('Click <it>', 'FAILED');
    expect(await json('/runs')).toMatchObject({
      runs: [{ workflowRunId, firstPrompt: 'Click <it>', actStatuses: { FAILED: 1 } }],
    });
    expect(await json(`/runs/${workflowRunId}`)).toMatchObject({
      status: 'FAILED',
      updates: [{ status: 'FAILED', accepted: true }],
      sessions: [{ acts: [{ actId, error: { message: 'No Such Button' }, stepCount: 1 }] }],
    });
    expect(await json(`/acts/${actId}/steps`)).toMatchObject({
      steps: [{ step: 1, calls: [{ name: 'agentClick' }, { name: 'takeObservation' }] }],
    });
    const step = `/acts/${actId}/steps/${stepId}`;
    expect(await json(step)).toMatchObject({
      observation: { activeURL: 'https://example.com/', browserDimensions: { windowWidth: 1600 } },
    });
    const screenshot = await get(`${step}/screenshot`);
    expect(screenshot.headers.get('content-type')).toBe('image/jpeg');
    expect(await screenshot.text()).toBe('picture');
    const dom = await get(`${step}/dom`);
    expect(dom.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(dom.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('gives a run as a file: its acts, every step with its picture, its DOM and what was pointed at', async () => {
    const { json, get, act } = await open();
    const { workflowRunId, actId, stepId } = await act('Click <it>', 'FAILED');
    const file = await get(`/runs/${workflowRunId}/export`);
    expect(file.headers.get('content-disposition')).toContain(`run-${workflowRunId}.json`);
    expect(await file.json()).toMatchObject({
      format: 'nova-act-local-run',
      version: 1,
      run: { workflowRunId, sessions: [{ acts: [{ actId, prompt: 'Click <it>' }] }] },
      steps: [
        {
          actId,
          stepId,
          step: 1,
          calls: [{ name: 'agentClick' }, { name: 'takeObservation' }],
          screenshot: `data:image/jpeg;base64,${picture}`,
          dom: '<script>alert(1)</script>',
        },
      ],
    });
    expect((await get('/runs/none/export')).status).toBe(404);
    expect(await json(`/acts/${actId}/targets`)).toEqual({ targets: { [stepId]: {} } });
    expect((await get('/acts/none/targets')).status).toBe(404);
  });

  test('finds runs by how long they took, those that go on until now', async () => {
    let nowMs = Date.now();
    const service = createLocalService({ model, now: () => nowMs });
    const send = awsClient({ ...service, origin: 'http://nova-act.test' });
    const took = async (ms: number, status?: 'SUCCEEDED') => {
      const paths = await openAct(send, { task: `took ${ms}` });
      nowMs += ms;
      if (status) await send('PUT', paths.run, { status });
      return paths.workflowRunId;
    };
    const short = await took(5_000, 'SUCCEEDED');
    const long = await took(20_000, 'SUCCEEDED');
    const open_ = await took(12_000);
    const found = async (minMs: string) => {
      const answer = await service.fetch(`http://nova-act.test/console/api/runs?minMs=${minMs}`);
      const { runs } = (await answer.json()) as { runs: { workflowRunId: string }[] };
      return runs.map(({ workflowRunId }) => workflowRunId);
    };
    expect(await found('10000')).toEqual([open_, long]);
    expect(await found('0')).toEqual([open_, long, short]);
    expect(await found('nonsense')).toEqual([open_, long, short]);
  });

  test('finds runs by words, status, surface and definition, page by page', async () => {
    const { json, act } = await open();
    const first = await act('Buy a hat', 'SUCCEEDED', 'shop');
    const second = await act('Buy a coat', 'FAILED', 'shop');
    const third = await act('Find a planet', 'SUCCEEDED', 'space');
    const ids = async (query: string) =>
      (await json(`/runs?${query}`)).runs.map((run: { workflowRunId: string }) =>
        [first, second, third].findIndex((each) => each.workflowRunId === run.workflowRunId),
      );
    expect(await ids('')).toEqual([2, 1, 0]);
    expect(await ids('text=BUY+a')).toEqual([1, 0]);
    expect(await ids('text=button')).toEqual([1]);
    expect(await ids(`text=${third.actId}`)).toEqual([2]);
    expect(await ids('status=SUCCEEDED')).toEqual([2, 0]);
    expect(await ids('surface=api-key')).toEqual([]);
    expect(await ids('definition=shop&text=hat')).toEqual([0]);
    const page = await json('/runs?limit=2');
    expect(page.runs).toHaveLength(2);
    expect(await ids(`limit=2&before=${page.next}`)).toEqual([0]);
  });

  test('answers 404 for what is not there', async () => {
    const { get } = await open();
    for (const path of ['/runs/x', '/acts/x', '/acts/x/steps', '/acts/x/steps/y/screenshot'])
      expect((await get(path)).status).toBe(404);
  });

  test('shows refused requests too', async () => {
    const { json, send } = await open();
    await send('PUT', '/workflow-definitions/default/workflow-runs', {});
    expect(await json('/requests')).toMatchObject({
      requests: [{ operation: 'CreateWorkflowRun', status: 400, errorType: 'ValidationException' }],
    });
  });

  test('tells of changes as they happen', async () => {
    const { get, act } = await open();
    const response = await get('/events');
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let seen = '';
    const until = async (text: string) => {
      while (!seen.includes(text))
        seen += Buffer.from((await reader.read()).value ?? []).toString();
    };
    await until('event: ready');
    const { actId, stepId } = await act('Click it', 'SUCCEEDED');
    await until(stepId);
    expect(seen).toContain(`"kind":"act"`);
    expect(seen).toContain(actId);
    await reader.cancel();
  });
});

describe('a service that others can reach', () => {
  const given = {
    host: '0.0.0.0',
    apiKey: 'a-key-of-our-own',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' },
  };

  test('does not start without a key and credentials of one’s own', async () => {
    const message = /host 0\.0\.0\.0 can be reached by others: give apiKey and credentials/;
    await expect(startLocalService({ host: '0.0.0.0' })).rejects.toThrow(message);
    const { credentials: _, ...onlyKey } = given;
    await expect(startLocalService(onlyKey)).rejects.toThrow(message);
  });

  test('shows its console to who has the key, and remembers by a cookie', async () => {
    await using service = await startLocalService(given);
    const base = service.url.replace('0.0.0.0', '127.0.0.1');
    const runs = `${base}/console/api/runs`;
    expect((await fetch(runs)).status).toBe(401);
    const bearer = { authorization: `Bearer ${given.apiKey}` };
    expect((await fetch(runs, { headers: bearer })).status).toBe(200);
    const login = (apiKey: unknown) =>
      fetch(`${base}/console/api/login`, { method: 'POST', body: JSON.stringify({ apiKey }) });
    expect((await login('wrong')).status).toBe(403);
    expect((await login(1)).status).toBe(403);
    const cookie = (await login(given.apiKey)).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(given.apiKey);
    const pair = cookie.split(';')[0] ?? '';
    expect((await fetch(runs, { headers: { cookie: pair } })).status).toBe(200);
    expect((await fetch(runs, { headers: { cookie: `${pair}x` } })).status).toBe(401);
  });
});
