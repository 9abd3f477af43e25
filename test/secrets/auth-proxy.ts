import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AuthProxy extends AsyncDisposable {
  readonly server: string;
  /** How many requests came with the right user and password. */
  readonly passed: number;
}

/** A forward proxy for http that lets nobody through without its user and password. */
export async function authProxy(username: string, password: string): Promise<AuthProxy> {
  const expected = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  let passed = 0;
  const server = createServer((request, response) => {
    const { 'proxy-authorization': given, ...headers } = request.headers;
    if (given !== expected) {
      response.writeHead(407, { 'proxy-authenticate': 'Basic realm="test"' });
      response.end('who are you?');
      return;
    }
    passed += 1;
    const onward = forward(request.url ?? '', { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get passed() {
      return passed;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
