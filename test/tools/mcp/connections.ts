import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Stream } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as FirstClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as FirstTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server';
import type { McpClient } from '@nova-act/core';
import { offerTools } from './offer-tools.mjs';

export interface Connection {
  readonly client: McpClient;
  /** What the server tells beside its answers, each word an event. */
  readonly words: EventEmitter;
  close(): Promise<unknown>;
}

const ME = { name: 'test', version: '1.0.0' };
const server = () => ({
  command: process.execPath,
  args: [fileURLToPath(new URL('stdio-server.mjs', import.meta.url))],
  stderr: 'pipe' as const,
});

async function overStdio(): Promise<Connection> {
  const client = new Client(ME);
  const transport = new StdioClientTransport(server());
  await client.connect(transport);
  return { client, words: wordsOn(transport.stderr), close: () => client.close() };
}

async function overStdioByVersion1(): Promise<Connection> {
  const client = new FirstClient(ME);
  const transport = new FirstTransport(server());
  await client.connect(transport);
  return { client, words: wordsOn(transport.stderr), close: () => client.close() };
}

function wordsOn(stream: Stream | null): EventEmitter {
  const words = new EventEmitter();
  stream?.on('data', (data: Buffer) => {
    for (const line of data.toString().trim().split('\n')) words.emit(line);
  });
  return words;
}

async function overHttp(): Promise<Connection> {
  const words = new EventEmitter();
  const transport = new WebStandardStreamableHTTPServerTransport({
    sessionIdGenerator: randomUUID,
  });
  await offerTools((word) => words.emit(word)).connect(transport);
  const http = createServer(async (incoming, outgoing) => {
    const body = incoming.method === 'POST' ? await text(incoming) : undefined;
    const headers = new Headers(incoming.headers as Record<string, string>);
    const url = `http://${incoming.headers.host}${incoming.url}`;
    const { method = 'GET' } = incoming;
    const init = { method, headers, ...(body === undefined ? {} : { body }) };
    const response = await transport.handleRequest(new Request(url, init));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    for await (const chunk of response.body ?? []) outgoing.write(chunk);
    outgoing.end();
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const client = new Client(ME);
  await client.connect(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`)));
  const close = async () => {
    await client.close();
    await transport.close();
    http.closeAllConnections();
    http.close();
  };
  return { client, words, close };
}

async function text(incoming: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

export const connections: Record<string, () => Promise<Connection>> = {
  'over stdio': overStdio,
  'over HTTP': overHttp,
  'over stdio with version 1 of the SDK': overStdioByVersion1,
};
