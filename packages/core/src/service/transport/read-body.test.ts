import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { MAX_BODY_BYTES, readBody } from './read-body.js';

it('gives up on a body that grows beyond the limit while it is read', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 100_000;
      controller.enqueue(new Uint8Array(100_000));
    },
  });
  await expect(readBody(new Response(endless))).rejects.toThrow('larger than 5000000 bytes');
  expect(sent).toBeLessThan(MAX_BODY_BYTES + 500_000);
});

it.each(['whole', 'truncated'])(
  'counts what a %s compressed body holds, not what it weighs',
  async (kind) => {
    const bomb = gzipSync(Buffer.alloc(40_000_000, 32));
    const body = kind === 'whole' ? bomb : bomb.subarray(0, bomb.length / 2);
    const server = createServer((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.on('error', () => undefined);
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await expect(readBody(response)).rejects.toThrow('larger than 5000000 bytes');
    server.closeAllConnections();
    server.close();
  },
);

it('reads bytes that are no UTF-8 with marks in their place', async () => {
  expect(await readBody(new Response(new Uint8Array([0x61, 0xff, 0x62])))).toBe('a\ufffdb');
});
