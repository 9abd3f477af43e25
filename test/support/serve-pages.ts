import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PageServer extends AsyncDisposable {
  readonly url: string;
}

/** Serves each path's HTML; a path that has none is accepted and never answered. */
export async function servePages(pages: Record<string, string>): Promise<PageServer> {
  const silent = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const html = pages[request.url ?? '/'];
    if (html === undefined) {
      silent.add(response);
      return;
    }
    response.setHeader('content-type', 'text/html');
    response.end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      for (const response of silent) response.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
