import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as FirstClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as FirstTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';
import { chromiumEnv } from '../support/chromium.js';
import { rejection } from '../workflow/support/local-run.js';
import { call, sessionOf, shop, type World } from './world.js';

const COMMAND = join(ROOT, 'packages/cli/bin/nova-act.js');
const ME = { name: 'test', version: '1.0.0' };

let world: World;
const children: ChildProcess[] = [];
beforeAll(async () => {
  world = await shop();
});
afterEach(() => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
});
afterAll(() => world[Symbol.asyncDispose]());

const environment = () =>
  ({ ...process.env, ...world.service.apiKeyEnv, ...chromiumEnv() }) as Record<string, string>;

const command = (...args: string[]) => ({
  command: process.execPath,
  args: [COMMAND, 'mcp', '--allow-local', ...args],
  env: environment(),
  stderr: 'pipe' as const,
});

/** A client of the command over its standard input and output, and the process's end. */
async function connect(...args: string[]) {
  const transport = new StdioClientTransport(command(...args));
  const client = new Client(ME);
  await client.connect(transport);
  return { client, ...processOf(transport) };
}

function processOf(transport: StdioClientTransport | FirstTransport) {
  const { pid } = transport;
  if (pid === null) throw new Error('The command has no process.');
  /** Closes the client's end of the pipe, and waits; `close` of a client would kill on a busy machine. */
  const leave = async () => {
    (transport as unknown as { _process: ChildProcess })._process.stdin?.end();
    await gone(pid);
  };
  return { pid, leave };
}

const isGone = (pid: number) => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};
const gone = (pid: number) => expect.poll(() => isGone(pid), { timeout: 30_000 }).toBe(true);
const lastRecord = () => world.record().at(-1);

describe('nova-act mcp over standard input and output', () => {
  it('keeps one browser through several calls, and puts one run on record for it', async () => {
    const { client, leave } = await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['act', 'get', 'go_to', 'screenshot', 'close']);
    const url = `${world.pages.url}/lamps`;
    const went = await call(client, 'go_to', { url });
    expect(went.said).toEqual({ session: expect.any(String), url, title: 'Lamps' });
    const session = sessionOf(went);
    const progress: string[] = [];
    const onprogress = ({ message = '' }) => void progress.push(message);
    const acted = await call(client, 'act', { prompt: 'Look' }, { onprogress });
    expect(acted.said).toEqual({ session, url, title: 'Lamps', response: '"Lamps"', steps: 1 });
    expect(progress).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Look'),
        expect.stringContaining('step 1'),
        expect.stringContaining('done'),
      ]),
    );
    const got = await call(client, 'get', { prompt: 'Title?' });
    expect(got.said).toMatchObject({ session, answer: 'Lamps' });
    const schema = { type: 'number' };
    expect((await call(client, 'get', { prompt: 'How many?', schema })).said).toMatchObject({
      answer: 12,
    });
    const [, image] = (await call(client, 'screenshot')).content;
    expect(image).toMatchObject({ type: 'image', mimeType: 'image/jpeg' });
    expect(
      Buffer.from(image?.data ?? '', 'base64')
        .subarray(0, 3)
        .toString('hex'),
    ).toBe('ffd8ff');
    const closed = await call(client, 'close');
    const [run] = world.service.runs();
    expect(closed.said).toEqual({
      session,
      status: 'SUCCEEDED',
      workflowRunId: run?.workflowRunId,
    });
    expect(world.record()).toEqual([['SUCCEEDED', ['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']]]);
    await leave();
    await client.close();
  });

  it('ends an act whose call is canceled, goes on in the same browser, and guesses no success when its client goes', async () => {
    const { client, leave } = await connect();
    const waiting = world.waiting();
    const abort = new AbortController();
    const canceled = rejection(call(client, 'act', { prompt: 'Wait' }, { signal: abort.signal }));
    await waiting;
    abort.abort();
    await canceled;
    const next = await call(client, 'get', { prompt: 'Title?' });
    expect(next.isError).toBe(false);
    expect(lastRecord()?.[1]).toEqual(['FAILED', 'SUCCEEDED']);
    // Nobody says that the work has succeeded.
    await leave();
    await client.close();
    expect(lastRecord()).toEqual(['FAILED', ['FAILED', 'SUCCEEDED']]);
  });

  it('ends what was going on when its client goes, and then itself', async () => {
    const { client, leave } = await connect();
    const waiting = world.waiting();
    const lost = rejection(call(client, 'act', { prompt: 'Wait' }));
    await waiting;
    await leave();
    await client.close();
    await lost;
    expect(lastRecord()).toEqual(['FAILED', ['FAILED']]);
  });

  it('puts the truth on record before it dies of SIGTERM, in the middle of an act', async () => {
    const { client, pid } = await connect();
    const waiting = world.waiting();
    const lost = call(client, 'act', { prompt: 'Wait' }).catch(() => undefined);
    await waiting;
    process.kill(pid, 'SIGTERM');
    await gone(pid);
    await lost;
    expect(lastRecord()).toEqual(['FAILED', ['FAILED']]);
    await client.close();
  });

  it('tells what goes wrong by a code, in words, with what to do, to clients of version 1 too', async () => {
    const transport = new FirstTransport(
      command('--max-sessions', '1', '--block-url', 'example.com'),
    );
    const first = new FirstClient(ME);
    await first.connect(transport);
    // From then on it holds answers to the schemas that it was told.
    await first.listTools();
    const client = {
      callTool: (params: { name: string; arguments: Record<string, unknown> }) =>
        first.callTool(params),
    };
    const unknown = await call(client, 'screenshot', { session: 'nobody' });
    expect(unknown).toMatchObject({
      isError: true,
      error: { code: 'SESSION_UNKNOWN', remedy: expect.stringContaining('session') },
    });
    const failed = await call(client, 'act', { prompt: 'Fail' });
    const session = sessionOf(failed);
    expect(failed).toMatchObject({
      isError: true,
      text: expect.stringMatching(
        /^ACT_AGENT_FAILED: .*no such lamp.*\n.*screenshot.*\nsession: /s,
      ),
      error: { code: 'ACT_AGENT_FAILED' },
    });
    const full = await call(client, 'screenshot', { session: 'new' });
    expect(full.error).toMatchObject({
      code: 'SESSION_LIMIT',
      remedy: expect.stringContaining(session),
    });
    const blocked = await call(client, 'go_to', { url: 'https://example.com/' });
    expect(blocked).toMatchObject({ isError: true, error: { code: 'VALIDATION_FAILED' } });
    const schema = { type: 'nothing' };
    const odd = await call(client, 'get', { prompt: 'Title?', schema });
    expect(odd).toMatchObject({ isError: true, text: expect.stringContaining('schema.type') });
    const misnamed = await call(client, 'get', { question: 'Title?' });
    expect(misnamed).toMatchObject({ isError: true, text: expect.stringContaining('question') });
    await processOf(transport).leave();
    await first.close();
  });
});

describe('nova-act mcp --http', () => {
  it('prints where it is, serves, and puts the truth on record before it dies of SIGTERM', async () => {
    const args = [COMMAND, 'mcp', '--http', '--port', '0', '--allow-local'];
    const child = spawn(process.execPath, args, { env: environment() });
    children.push(child);
    const [printed] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    const url = /http:\S+/.exec(printed)?.[0] ?? '';
    const client = new Client(ME);
    await client.connect(new StreamableHTTPClientTransport(new URL(url)));
    await call(client, 'go_to', { url: `${world.pages.url}/lamps` });
    const waiting = world.waiting();
    const lost = call(client, 'act', { prompt: 'Wait' }).catch(() => undefined);
    await waiting;
    child.kill('SIGTERM');
    const [code, signal] = await once(child, 'exit');
    expect([code, signal]).toEqual([null, 'SIGTERM']);
    await lost;
    expect(lastRecord()).toEqual(['FAILED', ['FAILED']]);
    await client.close().catch(() => undefined);
  });
});
