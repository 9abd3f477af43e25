import { connect, type Socket } from 'node:net';
import { type StartLocalServiceOptions, startLocalService } from '@nova-act/local';
import { afterEach, describe, expect, test } from 'vitest';
import { apiKeyClient, awsClient } from './clients.js';

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

async function start(options: StartLocalServiceOptions = {}) {
  const told: unknown[] = [];
  const service = await startLocalService({
    onInternalError: (error) => void told.push(error),
    ...options,
  });
  const target = { ...service, fetch: globalThis.fetch, origin: service.url };
  return Object.assign(service, { told, aws: awsClient(target), key: apiKeyClient(target) });
}
type Service = Awaited<ReturnType<typeof start>>;

/** A connection, and all that it was sent until the other side closes it. */
function open(service: Service) {
  const { port, host } = new URL(service.url);
  const socket = connect(Number(port), '127.0.0.1');
  sockets.push(socket);
  let text = '';
  let heard = () => {};
  const ended = new Promise<string>((resolve) => {
    socket.on('close', () => {
      resolve(text);
      heard();
    });
  });
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    text += chunk;
    heard();
  });
  /** All that came, once that matches. */
  const until = async (pattern: RegExp) => {
    while (!pattern.test(text)) {
      if (socket.closed) throw new Error(`Closed after ${JSON.stringify(text)}`);
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    }
    return text;
  };
  const send = (...lines: string[]) => socket.write(lines.join('\r\n'));
  return { socket, host, send, ended, until };
}

/** The head of a request that names a known key, and whose signature only the body could prove. */
function claim(service: Service, host: string, ...more: string[]): string[] {
  const at = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${service.credentials.accessKeyId}/${at.slice(0, 8)}/${service.region}/nova-act/aws4_request`;
  return [
    'POST /workflow-definitions HTTP/1.1',
    `Host: ${host}`,
    `X-Amz-Date: ${at}`,
    `Authorization: AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`,
    ...more,
    '',
    '',
  ];
}
const list = (service: Service, padding = '') =>
  service.aws('POST', '/workflow-definitions', { padding });
const bytes = (count: number) => 'x'.repeat(count);

describe('bodies that must be read before their signature can be checked', () => {
  const limits = { maxUnauthenticatedBytes: 2_000 };
  const claims = (service: Service, ...body: string[]) => {
    const connection = open(service);
    connection.send(...claim(service, connection.host, 'Content-Length: 1000'));
    connection.send(...body);
    return connection;
  };

  test('are held up to a limit, of all connections together, and known clients are served meanwhile', async () => {
    await using service = await start({ maxBodyBytes: 1_000, limits });
    const first = claims(service, bytes(900));
    const second = claims(service, bytes(900));
    // Both are being held once a third finds no room.
    let refused = '';
    await expect
      .poll(async () => {
        const third = claims(service, bytes(900));
        refused = await third.until(/\r\n\r\n.*\}/s).catch(String);
        return refused;
      })
      .toMatch(/^HTTP\/1\.1 503 /);
    expect(refused).toMatch(/retry-after: 1\r\n/);
    expect(refused).toContain('limits.maxUnauthenticatedBytes');
    expect((await service.key('PUT', '/workflow-definitions/none/workflow-runs', {})).status).toBe(
      400,
    );
    first.socket.destroy();
    await expect.poll(async () => (await list(service, bytes(900))).status).toBe(200);
    second.send(bytes(100));
    expect(await second.until(/\r\n\r\n.*\}/s)).toMatch(/^HTTP\/1\.1 403 /);
    expect(service.told).toEqual([]);
  });

  test('are let go of when their client goes, and nobody is alarmed', async () => {
    await using service = await start({ maxBodyBytes: 1_000, limits });
    for (let round = 0; round < 20; round += 1) {
      const connection = claims(service, bytes(900));
      await new Promise((resolve) => connection.socket.once('connect', resolve));
      connection.socket.destroy();
    }
    await expect.poll(async () => (await list(service, bytes(900))).status).toBe(200);
    expect(service.told).toEqual([]);
  });

  test('without a length are cut off where they become too large', async () => {
    await using service = await start({ maxBodyBytes: 1_000, limits });
    const connection = open(service);
    connection.send(...claim(service, connection.host, 'Transfer-Encoding: chunked'));
    for (let chunk = 0; chunk < 20; chunk += 1) connection.send('64', bytes(100), '');
    expect(await connection.until(/\r\n\r\n.*\}/s)).toMatch(/^HTTP\/1\.1 413 /);
    expect((await list(service, bytes(900))).status).toBe(200);
  });

  test('of the pages count as well', async () => {
    await using service = await start({ maxBodyBytes: 1_000, limits });
    const connection = open(service);
    connection.send(
      'POST /console/api/login HTTP/1.1',
      `Host: ${connection.host}`,
      'Content-Length: 100',
      '',
      bytes(90),
    );
    const login = () => fetch(`${service.url}/console/api/login`, { method: 'POST', body: '{}' });
    await expect.poll(async () => (await login()).status).toBe(503);
    connection.socket.destroy();
    await expect.poll(async () => (await login()).status).toBe(403);
    expect(service.told).toEqual([]);
  });
});

test('room that requests of the pages took is free again when their client goes, also where they waited behind others', async () => {
  // Each takes 64 KB: ten connections would take more than there is.
  const limits = { maxUnauthenticatedBytes: 400_000 };
  await using service = await start({ maxBodyBytes: 1_000, limits });
  for (let round = 0; round < 10; round += 1) {
    const connection = open(service);
    const login = [
      'POST /console/api/login HTTP/1.1',
      `Host: ${connection.host}`,
      'Content-Length: 2',
      '',
      '{}',
    ];
    const endless = ['GET /console/api/events HTTP/1.1', `Host: ${connection.host}`, '', ''];
    connection.send(...endless);
    await connection.until(/event: ready/);
    connection.send(...login);
    // Read with what was sent before it, or never.
    await fetch(`${service.url}/health`);
    connection.socket.destroy();
    await connection.ended;
  }
  const login = () => fetch(`${service.url}/console/api/login`, { method: 'POST', body: '{}' });
  await expect.poll(async () => (await login()).status).toBe(403);
});

describe('a client that is slow', () => {
  const limits = { headersTimeoutMs: 100, requestTimeoutMs: 200, idleTimeoutMs: 100 };

  test('to send its headers, or anything at all, is sent away', async () => {
    await using service = await start({ limits });
    const silent = open(service);
    const dripping = open(service);
    dripping.send('POST /models HTTP/1.1', `Host: ${dripping.host}`, 'X-');
    expect(await silent.ended).toMatch(/^HTTP\/1\.1 408 |^$/);
    expect(await dripping.ended).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('to send its body is sent away, and nothing of it is kept', async () => {
    await using service = await start({
      maxBodyBytes: 1_000,
      limits: { ...limits, maxUnauthenticatedBytes: 1_000 },
    });
    const { apiKey } = service;
    const strange = open(service);
    strange.send(...claim(service, strange.host, 'Content-Length: 1000'), bytes(900));
    const known = open(service);
    known.send(
      'PUT /agent/workflow-definitions/default/workflow-runs HTTP/1.1',
      `Host: ${known.host}`,
      `Authorization: Bearer ${apiKey}`,
      `X-Api-Key: ${apiKey}`,
      'Content-Length: 1000',
      '',
      bytes(900),
    );
    expect(await strange.ended).toMatch(/^HTTP\/1\.1 408 /);
    expect(await known.ended).toMatch(/^HTTP\/1\.1 408 /);
    expect((await list(service, bytes(900))).status).toBe(200);
    expect(service.told).toEqual([]);
  });

  test('to send another request is closed, and may come again', async () => {
    await using service = await start({ limits });
    const connection = open(service);
    connection.send('GET /health HTTP/1.1', `Host: ${connection.host}`, '', '');
    expect(await connection.ended).toMatch(/^HTTP\/1\.1 200 /);
    expect((await fetch(`${service.url}/health`)).status).toBe(200);
  });
});

describe('connections beyond the limit', () => {
  const limits = { maxConnections: 2 };
  const ask = (connection: ReturnType<typeof open>) =>
    connection.send('GET /health HTTP/1.1', `Host: ${connection.host}`, '', '');

  test('are told so and closed, and are served when there is room again', async () => {
    await using service = await start({ limits });
    const busy = [open(service), open(service)];
    for (const { send } of busy) send('POST /mod');
    await Promise.all(busy.map(({ socket }) => new Promise((go) => socket.once('connect', go))));
    const third = open(service);
    ask(third);
    const told = await third.ended;
    expect(told).toMatch(/^HTTP\/1\.1 503 /);
    expect(told).toMatch(/connection: close/i);
    expect(told).toContain('limits.maxConnections');
    busy[0]?.socket.destroy();
    await expect
      .poll(() => {
        const again = open(service);
        ask(again);
        return again.until(/ok/).catch(String);
      })
      .toMatch(/^HTTP\/1\.1 200 /);
  });

  test('take the place of connections that are idle', async () => {
    await using service = await start({ limits });
    const idle = [open(service), open(service)];
    for (const connection of idle) {
      ask(connection);
      await connection.until(/ok/);
    }
    const third = open(service);
    await Promise.all(idle.map(({ ended }) => ended));
    ask(third);
    expect(await third.until(/ok/)).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('a client that asks before it sends its body', () => {
  test('is invited when the body is wanted, and else told at once why not', async () => {
    await using service = await start({ maxBodyBytes: 1_000 });
    const ask = (...headers: string[]) => {
      const connection = open(service);
      connection.send(
        'PUT /agent/workflow-definitions/default/workflow-runs HTTP/1.1',
        `Host: ${connection.host}`,
        'Expect: 100-continue',
        ...headers,
        '',
        '',
      );
      return connection;
    };
    const key = [`Authorization: Bearer ${service.apiKey}`, `X-Api-Key: ${service.apiKey}`];
    const wanted = ask('Content-Length: 2', ...key);
    await wanted.until(/^HTTP\/1\.1 100 Continue\r\n\r\n/);
    wanted.send('{}');
    expect(await wanted.until(/\}/)).toContain('HTTP/1.1 400');
    expect(await ask('Content-Length: 2').until(/\}/)).toMatch(/^HTTP\/1\.1 401 /);
    expect(await ask('Content-Length: 1001', ...key).until(/\}/)).toMatch(/^HTTP\/1\.1 413 /);
  });
});

test('what is remembered of a request is short, whoever sent it', async () => {
  await using service = await start();
  const long = bytes(4_000);
  const headers = { 'user-agent': long, 'x-client-source': long };
  await fetch(`${service.url}/workflow-definitions/${long}`, { headers });
  const [request] = service.requests();
  expect(JSON.stringify(request).length).toBeLessThan(2_500);
});

test.each([
  [{ maxConnections: 0 }, /limits\.maxConnections must be a whole number from 1 to .*, is 0/],
  [{ headersTimeoutMs: 1.5 }, /limits\.headersTimeoutMs must be/],
  [{ idleTimeoutMs: 2 ** 31 }, /limits\.idleTimeoutMs must be/],
  [
    { requestTimeoutMs: 10_000 },
    /requestTimeoutMs must be at least limits\.headersTimeoutMs, 15000/,
  ],
  [
    { maxUnauthenticatedBytes: 10 },
    /maxUnauthenticatedBytes must be at least maxBodyBytes, 5000000/,
  ],
  [{ maxConnection: 1 } as object, /limits\.maxConnection is not an option.*maxConnections\?/],
])('refuses to start with the limits %j', async (limits, message) => {
  await expect(startLocalService({ limits })).rejects.toThrow(message);
});
