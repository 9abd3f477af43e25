import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { ActBrowserCrashedError, ActTimeoutError } from '@nova-act/core';
import { systemClock } from '@nova-act/core/runtime';
import { expect, it } from 'vitest';
import { createServer } from './create-server.js';
import type { OpenedSession } from './sessions/open-session.js';
import { Owner } from './sessions/owner.js';
import { Sessions } from './sessions/sessions.js';

/** A client of the server, whose browsers are no browsers: `act` is what each act does. */
async function connect(act: () => Promise<object>) {
  const ends: string[] = [];
  let opened = 0;
  const sessions = new Sessions({
    async open() {
      opened += 1;
      const name = `run-${opened}`;
      const page = {
        url: () => 'https://a.test/hunter2?token=planted',
        title: async () => 'A hunter2',
      };
      const redact = (told: object) =>
        JSON.parse(JSON.stringify(told).replaceAll('hunter2', '{{pass}}'));
      // What a page gives by itself shows what is masked.
      const screenshot = async ({ fullPage }: { fullPage: boolean }) =>
        Buffer.from(`masked ${fullPage}`);
      const end = (status: string) => async () => void ends.push(`${name} ${status}`);
      return {
        nova: {
          act,
          page,
          redact,
          screenshot,
          stop: async () => {},
        } as unknown as OpenedSession['nova'],
        run: { workflowRunId: name, succeed: end('SUCCEEDED'), fail: end('FAILED') },
      };
    },
    ...{ clock: systemClock, maxSessions: 2, idleMs: 60_000, onError: () => {} },
  });
  const world = { sessions, owner: new Owner(true), allowLocal: false, onError: () => {} };
  const [serverSide, clientSide] = InMemoryTransport.createLinkedPair();
  await createServer(world).connect(serverSide);
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(clientSide);
  const call = (name: string, input = {}) => client.callTool({ name, arguments: input });
  return { call, ends, opened: () => opened };
}

it('a browser that has crashed is given up, its run is FAILED, and the next call has a new one', async () => {
  let crashes = true;
  const { call, ends, opened } = await connect(async () => {
    if (crashes) throw new ActBrowserCrashedError('The browser has gone.');
    return { steps: [] };
  });
  const lost = await call('act', { prompt: 'Go' });
  expect(lost).toMatchObject({
    isError: true,
    content: [{ text: expect.stringMatching(/^ACT_BROWSER_CRASHED: .*\n.*begin another/) }],
  });
  expect(ends).toEqual(['run-1 FAILED']);
  crashes = false;
  expect((await call('act', { prompt: 'Go' })).isError).toBeUndefined();
  expect(opened()).toBe(2);
});

it('a session in which an act failed is FAILED when it is closed, unless its client says otherwise', async () => {
  const { call, ends } = await connect(async () => {
    throw new ActTimeoutError('It took too long.');
  });
  await call('act', { prompt: 'Go' });
  expect((await call('close')).structuredContent).toMatchObject({ status: 'FAILED' });
  await call('act', { prompt: 'Go' });
  const closed = await call('close', { outcome: 'succeeded' });
  expect(closed.structuredContent).toMatchObject({ status: 'SUCCEEDED', workflowRunId: 'run-2' });
  expect(ends).toEqual(['run-1 FAILED', 'run-2 SUCCEEDED']);
});

it('an address and a title are told without their secrets, and a picture with its masks', async () => {
  const { call } = await connect(async () => ({ steps: [] }));
  const { structuredContent } = await call('act', { prompt: 'Go' });
  const title = 'A {{pass}}';
  expect(structuredContent).toMatchObject({
    url: 'https://a.test/{{pass}}?token=REDACTED',
    title,
  });
  const { content } = await call('screenshot', { fullPage: true });
  expect(content).toMatchObject([
    {},
    { type: 'image', data: Buffer.from('masked true').toString('base64') },
  ]);
});

it('there is nothing to close before something was opened', async () => {
  const { call } = await connect(async () => ({ steps: [] }));
  expect(await call('close')).toMatchObject({
    isError: true,
    content: [{ text: expect.stringMatching(/^SESSION_UNKNOWN/) }],
  });
});
