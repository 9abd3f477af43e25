import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Site {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** The same on another origin: `http://localhost:port`. */
  readonly other: string;
  /** Every request so far, but those for icons. */
  readonly asked: IncomingMessage[];
  /** The requests for one path. */
  askedFor(path: string): IncomingMessage[];
  close(): Promise<void>;
}

/** A page on every path, unless `answer` answers it and says so. */
export async function startSite(
  answer: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<Site> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    if (request.url !== '/favicon.ico') asked.push(request);
    if (answer(request, response)) return;
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>page</title><h1>page</h1>');
  }).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    other: `http://localhost:${port}`,
    asked,
    askedFor: (path) => asked.filter(({ url }) => url?.split('?')[0] === path),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
