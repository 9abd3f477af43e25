import { request as httpRequest } from 'node:http';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { type SharedBrowser, type SharedBrowserOptions, sharedBrowser } from '@nova-act/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type HttpServing, serveOnHttp } from '../../packages/cli/src/mcp/http/serve-on-http.js';
import { sessionOpener } from '../../packages/cli/src/mcp/sessions/open-session.js';
import { Sessions } from '../../packages/cli/src/mcp/sessions/sessions.js';
import { fakeClock } from '../../packages/core/test/support/fake-clock.js';
import { chromium } from '../support/chromium.js';
import { rejection } from '../workflow/support/local-run.js';
import { call, sessionOf, shop, type World } from './world.js';

const MINUTE = 60_000;
const TOKEN = 'planted-token-planted';
const ME = { name: 'test', version: '1.0.0' };

let world: World;
let serving: HttpServing | undefined;
const browser = sharedBrowser(chromium() as SharedBrowserOptions);
/** Open from the first test to the last, so that no test launches its own. */
let held: Awaited<ReturnType<SharedBrowser['acquire']>>;
beforeAll(async () => {
  world = await shop();
  held = await browser.acquire();
});
afterEach(async () => {
  await serving?.stop(new Error('The test is over.'));
  serving = undefined;
});
afterAll(async () => {
  await held.release();
  await world[Symbol.asyncDispose]();
});

/** A server in this process, whose time stands still. */
async function serve({ maxSessions = 2, token = undefined as string | undefined } = {}) {
  const clock = fakeClock();
  const errors: unknown[] = [];
  const run = { workflowDefinitionName: 'shop', ...world.service.workflowOptions };
  const session = { browser, captureDom: true, startingPage: `${world.pages.url}/` };
  const limits = { maxSessions, idleMs: 10 * MINUTE, clock };
  const onError = (error: unknown) => errors.push(error);
  const sessions = new Sessions({ open: sessionOpener(run, session), onError, ...limits });
  serving = await serveOnHttp({
    ...limits,
    ...{ sessions, onError, token, allowLocal: false },
    ...{ host: '127.0.0.1', port: 0, allowedHosts: [] },
  });
  return { clock, errors, url: new URL(serving.url) };
}

const ERAS = {
  'before 2026-07-28': 'legacy',
  'since 2026-07-28': { pin: '2026-07-28' },
} as const;

async function connect(url: URL, mode: (typeof ERAS)[keyof typeof ERAS] = 'legacy', token = '') {
  const headers = { authorization: `Bearer ${token}` };
  const transport = new StreamableHTTPClientTransport(url, { requestInit: { headers } });
  const client = new Client(ME, { versionNegotiation: { mode } });
  await client.connect(transport);
  return { client, transport };
}

const lastRecord = () => world.record().at(-1);

describe.each(Object.entries(ERAS))('Clients of MCP %s over HTTP', (_era, mode) => {
  it('keep a browser through several calls, and are told how it goes', async () => {
    const { url } = await serve();
    const { client } = await connect(url, mode);
    const progress: string[] = [];
    const onprogress = ({ message = '' }) => void progress.push(message);
    const first = await call(client, 'get', { prompt: 'Title?' }, { onprogress });
    const session = sessionOf(first);
    expect(first.said).toMatchObject({ answer: 'Shop' });
    expect(progress.join('\n')).toMatch(/Title\?.*step 1.*done/s);
    const again = await call(client, 'get', { prompt: 'Title?', session });
    expect(sessionOf(again)).toBe(session);
    expect((await call(client, 'close', { session })).said).toMatchObject({ status: 'SUCCEEDED' });
    expect(lastRecord()).toEqual(['SUCCEEDED', ['SUCCEEDED', 'SUCCEEDED']]);
    await client.close();
  });

  it('end an act when they take its call back', async () => {
    const { url } = await serve();
    const { client } = await connect(url, mode);
    const session = sessionOf(await call(client, 'screenshot'));
    const waiting = world.waiting();
    const abort = new AbortController();
    const input = { prompt: 'Wait', session };
    const canceled = rejection(call(client, 'act', input, { signal: abort.signal }));
    await waiting;
    abort.abort();
    await canceled;
    await expect.poll(() => lastRecord()?.[1]).toEqual(['FAILED']);
    expect((await call(client, 'get', { prompt: 'Title?', session })).said).toMatchObject({
      answer: 'Shop',
    });
    await client.close();
  });
});

describe('Browsers of clients over HTTP', () => {
  it('are each client’s own, as many as the limit says', async () => {
    const { url } = await serve({ maxSessions: 2 });
    const [one, two] = await Promise.all([connect(url), connect(url)]);
    const [mine, theirs] = await Promise.all(
      [one, two].map(({ client }) => call(client, 'screenshot')),
    );
    if (!mine || !theirs) throw new Error('There are two.');
    const stolen = await call(one.client, 'screenshot', { session: sessionOf(theirs) });
    expect(stolen.error).toMatchObject({ code: 'SESSION_UNKNOWN' });
    const third = await call(one.client, 'screenshot', { session: 'new' });
    expect(third.error).toMatchObject({ code: 'SESSION_LIMIT' });
    await call(two.client, 'close');
    const now = await call(one.client, 'screenshot', { session: 'new' });
    expect(now.isError).toBe(false);
    await one.client.close();
    await two.client.close();
  });

  it('are closed when nobody uses them, and their connections forgotten', async () => {
    const { url, clock } = await serve();
    const { client } = await connect(url);
    const session = sessionOf(await call(client, 'get', { prompt: 'Title?' }));
    clock.advance(10 * MINUTE);
    await expect.poll(lastRecord).toEqual(['FAILED', ['SUCCEEDED']]);
    const late = await call(client, 'screenshot', { session });
    expect(late.error).toMatchObject({ code: 'SESSION_UNKNOWN' });
    clock.advance(10 * MINUTE);
    const forgotten = await rejection(call(client, 'screenshot'));
    expect(String(forgotten)).toMatch(/Session not found|404/);
    await client.close();
  });

  it('are closed when their client says that it goes', async () => {
    const { url } = await serve();
    const { client, transport } = await connect(url);
    await call(client, 'screenshot');
    await transport.terminateSession();
    await client.close();
    await expect.poll(lastRecord).toEqual(['FAILED', []]);
  });

  it('do not go to this machine’s own addresses, unless they began there', async () => {
    const { url } = await serve();
    const { client } = await connect(url);
    const address = 'http://169.254.169.254/latest/meta-data';
    const refused = await call(client, 'go_to', { url: address });
    expect(refused).toMatchObject({ isError: true, text: expect.stringContaining('metadata') });
    await client.close();
  });
});

describe('A request that may not be heard', () => {
  /** A bare request, with headers that `fetch` would not let a program set. */
  const ask = (url: URL, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const method = 'POST';
      const request = httpRequest(url, { method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.once('error', reject);
      request.end('{}');
    });
  const json = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  };

  it.each([
    ['by another name, as after DNS rebinding', { host: 'evil.example' }, 403],
    ['from a page of another site', { origin: 'https://evil.example' }, 403],
    ['without the token', {}, 401],
    ['with a wrong token', { authorization: 'Bearer wrong-token-wrong-tok' }, 401],
  ])('is refused: %s', async (_how, headers, status) => {
    const { url } = await serve({ token: TOKEN });
    expect(await ask(url, { ...json, ...headers })).toBe(status);
  });

  it('is heard with the token', async () => {
    const { url } = await serve({ token: TOKEN });
    const { client } = await connect(url, 'legacy', TOKEN);
    expect((await client.listTools()).tools).toHaveLength(5);
    await client.close();
  });
});
