import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Server } from 'node:net';
import { onTestFinished } from 'vitest';

/** The port of a server on loopback, which is closed when the test is over. */
export async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A proxy that leads every tunnel to `port`, or answers `status`. */
export async function startProxy({ port = 0, status = 200 }) {
  const asked: string[] = [];
  const server = createServer((_request, response) => response.writeHead(502).end());
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.on('error', () => {});
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
      return;
    }
    const target = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    target.on('error', () => socket.destroy());
    onTestFinished(() => {
      target.destroy();
      socket.destroy();
    });
  });
  return { url: `http://127.0.0.1:${await listening(server)}`, asked };
}
