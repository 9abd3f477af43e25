import { once } from 'node:events';
import { AgentRedirectError, mcpTools, type NovaActTool, ValidationError } from '@nova-act/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rejection } from '../../workflow/support/local-run.js';
import { type Connection, connections } from './connections.js';

describe.each(Object.entries(connections))('Tools of an MCP server %s', (_, connect) => {
  let connection: Connection;
  let tools: NovaActTool[];
  beforeAll(async () => {
    connection = await connect();
    tools = await mcpTools(connection.client);
  });
  afterAll(() => connection.close());

  const call = (name: string, input: unknown, signal = new AbortController().signal) => {
    const found = tools.find((one) => one.name === name);
    if (!found) throw new Error(`no ${name} in ${tools.map((one) => one.name)}`);
    const context = { signal } as Parameters<NovaActTool['execute']>[1];
    return Promise.resolve(found.execute(input, context));
  };

  it('are listed through all pages, by names that the service takes and that stay apart', () => {
    expect(tools.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^files_read_text_[0-9a-f]{6}$/),
      'weather',
      'chart',
      'fails',
      'refuses',
      'waits',
      expect.stringMatching(/^wait_[0-9a-f]{6}$/),
      expect.stringMatching(/^files_read_text_[0-9a-f]{6}$/),
    ]);
    expect(new Set(tools.map(({ name }) => name)).size).toBe(tools.length);
  });

  it('keep their descriptions and input schemas', () => {
    expect(tools[0]?.spec).toMatchObject({
      description: 'Reads a file.',
      inputSchema: { json: { required: ['path'] } },
    });
    expect(tools[2]?.spec.description).toBe('Draws a chart');
  });

  it('give their texts', async () => {
    expect(await call(tools[0]?.name ?? '', { path: '/a' })).toBe('the text of /a\nand more');
  });

  it('give structured content in the place of its text', async () => {
    expect(await call('weather', { city: 'Boston' })).toEqual({ degrees: 21 });
  });

  it('leave images out with a word', async () => {
    expect(await call('chart', {})).toBe('a chart:\n[an image (image/png) that is not shown here]');
  });

  it('tell the agent what the server says of a failure', async () => {
    const error = await rejection(call('fails', {}));
    expect(error).toBeInstanceOf(AgentRedirectError);
    expect(error).toMatchObject({ message: 'The tool fails failed: the disk is full' });
  });

  it('tell the agent that its arguments were refused', async () => {
    const error = await rejection(call('refuses', {}));
    expect(error).toBeInstanceOf(AgentRedirectError);
    expect(error).toMatchObject({ message: expect.stringContaining('no such city') });
  });

  it('are taken back at the server when the act ends', async () => {
    const act = new AbortController();
    const { words } = connection;
    const arrived = once(words, 'waiting');
    const takenBack = once(words, 'taken back');
    const waiting = rejection(call('waits', {}, act.signal));
    await arrived;
    act.abort();
    await waiting;
    await takenBack;
  });

  it('can be chosen and told apart by a prefix', async () => {
    const [only, ...none] = await mcpTools(connection.client, {
      only: ['weather'],
      prefix: 'met_',
    });
    expect(only?.name).toBe('met_weather');
    expect(none).toEqual([]);
  });

  it('are refused by names that the server does not have', async () => {
    const error = await rejection(mcpTools(connection.client, { only: ['wether'] }));
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({
      message: expect.stringMatching(/wether.*There are: .*weather/s),
    });
  });
});

it('What is no client is refused', async () => {
  expect(await rejection(mcpTools({} as never))).toBeInstanceOf(ValidationError);
});
