import { describe, expect, test } from 'vitest';
import { newRun, open, runs } from './open-service.js';

describe('a list', () => {
  const many = async () => {
    const opened = open();
    const created: string[] = [];
    for (let at = 0; at < 5; at += 1)
      created.push(String((await opened.send('PUT', runs, newRun)).body['workflowRunId']));
    const list = async (query: string, body: object = {}) => {
      const answer = await opened.send('POST', `${runs}?${query}`, body);
      const summaries = answer.body['workflowRunSummaries'] as { workflowRunId: string }[];
      return {
        status: answer.status,
        token: encodeURIComponent(String(answer.body['nextToken'] ?? '')),
        at: summaries?.map(({ workflowRunId }) => created.indexOf(workflowRunId)),
      };
    };
    return { ...opened, created, list };
  };

  test('comes newest first, or oldest first, page by page', async () => {
    const { list } = await many();
    expect((await list('')).at).toEqual([4, 3, 2, 1, 0]);
    const one = await list('maxResults=2');
    expect(one.at).toEqual([4, 3]);
    const two = await list(`maxResults=2&nextToken=${one.token}`);
    expect(two.at).toEqual([2, 1]);
    const three = await list(`maxResults=2&nextToken=${two.token}`);
    expect([three.at, three.token]).toEqual([[0], '']);
    const up = await list('maxResults=3', { sortOrder: 'Ascending' });
    expect(up.at).toEqual([0, 1, 2]);
    const rest = await list(`nextToken=${up.token}`, { sortOrder: 'Ascending' });
    expect(rest.at).toEqual([3, 4]);
  });

  test('neither repeats nor skips when something is created or deleted between pages', async () => {
    const { send, clock, created, list } = await many();
    const one = await list('maxResults=2');
    await send('PUT', runs, newRun);
    await send('DELETE', `${runs}/${created[3]}`);
    clock.nowMs += 1000;
    expect((await list(`maxResults=2&nextToken=${one.token}`)).at).toEqual([2, 1]);
  });

  test('takes no token of another list, another order or another maker', async () => {
    const { send, list } = await many();
    const { token } = await list('maxResults=2');
    expect((await list(`nextToken=${token}`, { sortOrder: 'Ascending' })).status).toBe(400);
    expect((await list('nextToken=made-up')).status).toBe(400);
    const other = await send('POST', `/workflow-definitions?nextToken=${token}`, {});
    expect(other.status).toBe(400);
  });

  test('of acts can be of a definition, a run or a session', async () => {
    const { send, openAct } = open();
    const one = await openAct();
    await send('PUT', `${one.session}/acts`, { task: 'Another' });
    const two = await openAct();
    const acts = async (query = '') => {
      const answer = await send('POST', `/workflow-definitions/default/acts?${query}`, {});
      return [answer.status, (answer.body['actSummaries'] as object[] | undefined)?.length];
    };
    expect(await acts()).toEqual([200, 3]);
    expect(await acts(`workflowRunId=${one.workflowRunId}`)).toEqual([200, 2]);
    expect(await acts(`sessionId=${two.sessionId}`)).toEqual([200, 1]);
    expect(await acts(`workflowRunId=${one.workflowRunId}&sessionId=${two.sessionId}`)).toEqual([
      404,
      undefined,
    ]);
    expect((await send('POST', one.run, {})).body).toEqual({
      sessionSummaries: [{ sessionId: one.sessionId }],
    });
  });
});
