import { request } from 'node:http';
import { startLocalService } from '@nova-act/local';
import { AwsClient } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keysOf } from './clients.js';

let service: Awaited<ReturnType<typeof startLocalService>>;
beforeAll(async () => {
  service = await startLocalService({ allowedHosts: ['act.internal', 'proxy.internal:443'] });
});
afterAll(() => service.stop());

/** Node's fetch does not let a Host header be chosen. */
function status(method: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(service.url);
    request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}
const withPort = (host: string) => `${host}:${new URL(service.url).port}`;

describe('a listening service', () => {
  test.each([
    ['localhost', true],
    ['LOCALHOST', true],
    ['127.0.0.1', true],
    ['[::1]', true],
    ['app.localhost', true],
    ['act.internal', true],
    ['evil.example', false],
    ['127.0.0.1.evil.example', false],
    ['192.0.2.1', false],
    ['localhost@evil.example', false],
  ])('asked for by the name %s: answers %s', async (host, allowed) => {
    const seen = await status('GET', '/health', { host: withPort(host) });
    expect(seen).toBe(allowed ? 200 : 403);
  });

  test('refuses its own name with another port, or more than a name', async () => {
    expect(await status('GET', '/health', { host: '127.0.0.1:1' })).toBe(403);
    expect(await status('GET', '/health', { host: '127.0.0.1' })).toBe(403);
    expect(await status('GET', '/health', { host: withPort('a@127.0.0.1') })).toBe(403);
  });

  test('takes an allowed name with the port it is allowed with', async () => {
    expect(await status('GET', '/health', { host: 'proxy.internal:443' })).toBe(200);
    expect(await status('GET', '/health', { host: 'proxy.internal:444' })).toBe(403);
  });

  test('refuses changes that a page of another origin asks for, before it looks at a key', async () => {
    const headers = (origin: string) => ({ host: withPort('127.0.0.1'), origin });
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1'])
      for (const path of ['/admin/faults', '/console/api/login', '/models'])
        expect(await status('POST', path, headers(origin))).toBe(403);
    expect(await status('POST', '/admin/faults', headers(service.url))).toBe(401);
    expect(await status('GET', '/health', headers('https://evil.example'))).toBe(200);
  });
});

test.each([
  [{ port: -1 }, /port must be from 0 to 65535, is -1/],
  [{ port: 1.5 }, /port must be/],
  [{ maxBodyBytes: 0 }, /maxBodyBytes must be/],
])('refuses to start with %j', async (options, message) => {
  await expect(startLocalService(options)).rejects.toThrow(message);
});

test('rejects when the port is taken', async () => {
  const port = Number(new URL(service.url).port);
  await expect(startLocalService({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('refuses a body that is too large, told by its length or as it comes, on both surfaces', async () => {
  await using small = await startLocalService({ maxBodyBytes: 1000 });
  const headers = { authorization: `Bearer ${small.apiKey}`, 'x-api-key': small.apiKey };
  const url = `${small.apiKeyUrl}/workflow-definitions/default/workflow-runs`;
  const chunked = new Blob(['x'.repeat(3_000_000)]).stream();
  for (const body of ['x'.repeat(1001), chunked]) {
    const answer = await fetch(url, {
      method: 'PUT',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining('1000 bytes') });
  }
  const client = new AwsClient({
    ...keysOf(small.credentials),
    region: small.region,
    service: 'nova-act',
  });
  const aws = await client.fetch(`${small.url}/models`, { method: 'POST', body: 'x'.repeat(1001) });
  expect(aws.status).toBe(413);
  expect(aws.headers.get('x-amzn-errortype')).toBe('RequestEntityTooLargeException');
});

test('asks who a client is before it takes a body', async () => {
  await using small = await startLocalService({ maxBodyBytes: 1000 });
  const body = 'x'.repeat(3_000_000);
  const models = await fetch(`${small.url}/models`, { method: 'POST', body });
  expect(models.status).toBe(403);
  const run = `${small.apiKeyUrl}/workflow-definitions/default/workflow-runs`;
  expect((await fetch(run, { method: 'PUT', body })).status).toBe(401);
  expect(small.requests().map(({ bodyBytes }) => bodyBytes)).toEqual([0, 0]);
});

test('answers 413 to large bodies of the pages beside the operations, and is not alarmed', async () => {
  const told: unknown[] = [];
  await using calm = await startLocalService({ onInternalError: (error) => told.push(error) });
  const headers = { authorization: `Bearer ${calm.apiKey}` };
  for (const path of ['/admin/faults', '/console/api/login']) {
    const body = 'x'.repeat(70_000);
    expect((await fetch(calm.url + path, { method: 'POST', headers, body })).status).toBe(413);
  }
  expect(told).toEqual([]);
});

test('can be stopped twice, and stops while a request is under way', async () => {
  const stopped = await startLocalService({ faults: [{ kind: 'silent' }] });
  const pending = fetch(`${stopped.apiKeyUrl}/workflow-definitions/default/workflow-runs`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${stopped.apiKey}`, 'x-api-key': stopped.apiKey },
  }).then(
    () => 'answered',
    () => 'broken off',
  );
  await expect.poll(() => stopped.requests().length).toBe(1);
  await Promise.all([stopped.stop(), stopped.stop()]);
  expect(await pending).toBe('broken off');
  await expect(fetch(`${stopped.url}/health`)).rejects.toThrow();
});
