import { describe, expect, test } from 'vitest';
import { clientInfo } from './life-of-a-run.js';
import { first, newRun, next, open, runs } from './open-service.js';
import { surfaceNames } from './transports.js';

describe.each(surfaceNames)('on the %s surface', (surface) => {
  const conflict = surface === 'AWS' ? 409 : 400;

  test('a run that has ended takes no session, act, step or act update', async () => {
    const { send, openAct } = open({}, surface);
    const paths = await openAct();
    const answer = await first(send, paths);
    await send('PUT', paths.run, { status: 'SUCCEEDED' });
    for (const [path, body] of [
      [`${paths.run}/sessions`, {}],
      [`${paths.session}/acts`, { task: 'More' }],
      [paths.act, { status: 'SUCCEEDED' }],
    ] as const)
      expect((await send('PUT', path, body)).status).toBe(conflict);
    expect((await next(send, paths, answer)).status).toBe(conflict);
  });

  test('an act that has ended takes no step', async () => {
    const { send, openAct } = open({}, surface);
    const paths = await openAct();
    const answer = await first(send, paths);
    await send('PUT', paths.act, { status: 'FAILED', error: { message: 'No' } });
    expect((await next(send, paths, answer)).status).toBe(conflict);
  });

  test('the first status of an act and of a run is the last', async () => {
    const { service, send, openAct } = open({}, surface);
    const paths = await openAct();
    expect((await send('PUT', paths.act, { status: 'SUCCEEDED' })).status).toBe(200);
    expect((await send('PUT', paths.act, { status: 'FAILED' })).status).toBe(conflict);
    expect((await send('PUT', paths.run, { status: 'FAILED' })).status).toBe(200);
    expect((await send('PUT', paths.run, { status: 'SUCCEEDED' })).status).toBe(conflict);
    const [run] = service.runs();
    expect(run?.status).toBe('FAILED');
    expect(run?.updates.map(({ status, accepted }) => [status, accepted])).toEqual([
      ['FAILED', true],
      ['SUCCEEDED', false],
    ]);
    expect(run?.acts[0]?.updates.map(({ accepted }) => accepted)).toEqual([true, false]);
  });

  test('the same status again is a success that changes nothing, when all has ended too', async () => {
    const { service, send, clock, openAct } = open({}, surface);
    const paths = await openAct();
    const first = { status: 'FAILED', error: { message: 'The first' } };
    const again = { status: 'FAILED', error: { message: 'Another' } };
    expect((await send('PUT', paths.act, first)).status).toBe(200);
    expect((await send('PUT', paths.run, { status: 'FAILED' })).status).toBe(200);
    const [before] = service.runs();
    clock.nowMs += 1_000;
    expect((await send('PUT', paths.act, again)).status).toBe(200);
    expect((await send('PUT', paths.run, { status: 'FAILED' })).status).toBe(200);
    const [run] = service.runs();
    expect(run?.endedAtMs).toEqual(before?.endedAtMs);
    expect(run?.acts[0]).toMatchObject({ status: 'FAILED', error: { message: 'The first' } });
    expect(run?.acts[0]?.endedAtMs).toEqual(before?.acts[0]?.endedAtMs);
    expect(run?.updates.map(({ accepted }) => accepted)).toEqual([true, false]);
  });

  test('a client may set no status but an end', async () => {
    const { service, send, openAct } = open({}, surface);
    const paths = await openAct();
    const reason = surface === 'AWS' ? 'InvalidStatus' : 'INVALID_INPUT';
    for (const status of ['RUNNING', 'PENDING_CLIENT_ACTION', 'PENDING_HUMAN_ACTION'])
      expect(await send('PUT', paths.act, { status })).toMatchObject({
        status: 400,
        body: { reason },
      });
    for (const status of ['RUNNING', 'TIMED_OUT', 'DELETING'])
      expect(await send('PUT', paths.run, { status })).toMatchObject({
        status: 400,
        body: { reason },
      });
    expect(service.runs()[0]?.status).toBe('RUNNING');
    const error = { message: 'No' };
    expect((await send('PUT', paths.act, { status: 'SUCCEEDED', error })).status).toBe(400);
    expect((await send('PUT', paths.act, { status: 'TIMED_OUT' })).status).toBe(200);
  });

  test('a session of another run and an act of another session are not found', async () => {
    const { send, openAct } = open({}, surface);
    const one = await openAct();
    const other = await openAct();
    const foreignSession = await send('PUT', `${one.run}/sessions/${other.sessionId}/acts`, {
      task: 'Do it',
    });
    expect(foreignSession).toMatchObject({
      status: 404,
      body: { resourceType: 'session', resourceId: other.sessionId },
    });
    const foreignAct = `${one.session}/acts/${other.actId}`;
    expect(await send('PUT', foreignAct, { status: 'SUCCEEDED' })).toMatchObject({
      status: 404,
      body: { resourceType: 'act', resourceId: other.actId },
    });
    const { workflowRunId } = one;
    const nobody = workflowRunId.replace(/^........-/, '00000000-');
    expect(await send('PUT', `${runs}/${nobody}/sessions`, {})).toMatchObject({
      status: 404,
      body: { resourceType: 'workflow-run', resourceId: nobody },
    });
  });

  test('the same client token and input give the same answer, other input is a conflict', async () => {
    const { service, send } = open({}, surface);
    const clientToken = '0123456789abcdef0123456789abcdef0';
    const create = (body: object) => send('PUT', runs, { ...body, clientToken });
    const created = await create(newRun);
    expect(await create({ clientInfo, modelId: 'nova-act-latest' })).toMatchObject({
      status: 201,
      body: created.body,
    });
    expect((await create({ ...newRun, modelId: 'nova-act-preview' })).status).toBe(conflict);
    const run = `${runs}/${created.body['workflowRunId']}`;
    const session = await send('PUT', `${run}/sessions`, { clientToken });
    expect((await send('PUT', `${run}/sessions`, { clientToken })).body).toEqual(session.body);
    const acts = `${run}/sessions/${session.body['sessionId']}/acts`;
    const act = await send('PUT', acts, { task: 'Do it', clientToken });
    expect((await send('PUT', acts, { task: 'Do it', clientToken })).body).toEqual(act.body);
    expect((await send('PUT', acts, { task: 'Do that', clientToken })).status).toBe(conflict);
    expect(service.runs()).toMatchObject([{ sessions: [{ acts: [{ task: 'Do it' }] }] }]);
  });

  test('a refused request leaves its client token free', async () => {
    const { send } = open({}, surface);
    const clientToken = '0123456789abcdef0123456789abcdef0';
    const refused = await send('PUT', runs, { ...newRun, modelId: 'other', clientToken });
    expect(refused.status).toBe(400);
    expect((await send('PUT', runs, { ...newRun, clientToken })).status).toBe(201);
  });
});
