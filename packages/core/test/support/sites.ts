import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Has every `.test` name lead to the loopback, so that pages have hosts. */
export const SITES_BROWSER_ARG = '--host-resolver-rules=MAP *.test 127.0.0.1';

export interface Sites {
  readonly port: number;
  /** `http://host.test:port` */
  origin(host: string): string;
  /** What was asked for, as `host/path`. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Any number of sites on one port of the loopback. `answer` gives a page, or answers itself. */
export async function startSites(
  answer: (
    host: string,
    path: string,
    response: ServerResponse,
    request: IncomingMessage,
  ) => string | undefined,
): Promise<Sites> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const [host = ''] = (request.headers.host ?? '').split(':');
    const path = request.url ?? '/';
    if (path !== '/favicon.ico') asked.push(`${host}${path}`);
    const html = answer(host, path, response, request);
    if (html === undefined) return;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html>${html}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    asked,
    origin: (host) => `http://${host}:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
