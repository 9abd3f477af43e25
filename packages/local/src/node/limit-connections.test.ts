import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { cutSlowReader } from './limit-connections.js';

test('a client that does not take in its answer is cut off', async () => {
  const body = Buffer.alloc(50_000_000);
  const responses: ServerResponse[] = [];
  const server = createServer((_, response) => {
    responses.push(response);
    cutSlowReader(response, 50);
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const reader = connect(port, '127.0.0.1');
  reader.pause();
  reader.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(server, 'request');
  await once(responses[0] as ServerResponse, 'close');
  let bytes = 0;
  reader.on('error', () => undefined);
  reader.on('data', (chunk) => {
    bytes += chunk.length;
  });
  reader.resume();
  await once(reader, 'close');
  expect(bytes).toBeLessThan(body.length);
  server.close();
  server.closeAllConnections();
});
