import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { film } from './film.js';
import { liveRoutes } from './live-routes.js';
import type { SettlePage } from './settle-page.js';
import { documentOf } from './shell.js';
import { acceptSocket } from './web-socket.js';

export interface GalleryServer extends AsyncDisposable {
  urlOf(page: SettlePage): string;
}

type Route = (query: URLSearchParams, response: ServerResponse, request: IncomingMessage) => void;

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"><rect width="200" height="80" fill="teal"/></svg>';

/** Answers after `ms`; the pages say themselves what they want to hear. */
const routes: Record<string, Route> = {
  ...liveRoutes,
  '/slow': (query, response) => send(query, response, 'text/plain', query.get('body') ?? 'ok'),
  '/js': (query, response) => send(query, response, 'text/javascript', query.get('code') ?? ''),
  '/css': (query, response) => send(query, response, 'text/css', query.get('code') ?? ''),
  '/html': (query, response) =>
    send(query, response, 'text/html', `<!doctype html>${query.get('body') ?? ''}`),
  '/img': (query, response) => send(query, response, 'image/svg+xml', svg),
  '/film': (query, response) => {
    setTimeout(
      () =>
        response
          .writeHead(200, { 'content-type': 'video/webm', 'content-length': film.length })
          .end(film),
      Number(query.get('ms') ?? 0),
    );
  },
  '/hang': () => {},
  '/reset': (_query, _response, request) => request.socket.destroy(),
  '/nothing': (_query, response) => response.writeHead(204).end(),
  '/error': (_query, response) => response.writeHead(500).end('no'),
  '/to': (query, response) =>
    response.writeHead(303, { location: query.get('url') ?? '/slow' }).end(),
  '/download': (_query, response) =>
    response.writeHead(200, { 'content-disposition': 'attachment; filename="a.txt"' }).end('text'),
  '/chunks': (query, response) => {
    let left = Number(query.get('n') ?? 3);
    const timer = setInterval(
      () => {
        left -= 1;
        response.write('part ');
        if (left > 0) return;
        clearInterval(timer);
        response.end();
      },
      Number(query.get('ms') ?? 100),
    );
    response.writeHead(200, { 'content-type': 'text/plain' }).flushHeaders();
    response.on('close', () => clearInterval(timer));
  },
  '/events': (_query, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    const timer = setInterval(() => response.write('data: tick\n\n'), 200);
    response.on('close', () => clearInterval(timer));
  },
};

function send(query: URLSearchParams, response: ServerResponse, type: string, body: string): void {
  const answer = () =>
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  const timer = setTimeout(answer, Number(query.get('ms') ?? 0));
  response.on('close', () => clearTimeout(timer));
}

/** Serves the pages of the gallery, each at an address of its own, on the loopback interface. */
export async function startGalleryServer(pages: readonly SettlePage[]): Promise<GalleryServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://gallery');
    const page = pages[Number(url.pathname.match(/^\/page\/(\d+)$/)?.[1])];
    if (page) {
      const headers = { 'content-type': 'text/html', ...page.headers };
      response.writeHead(200, headers).end(documentOf(page));
      return;
    }
    const route = routes[url.pathname];
    if (route) route(url.searchParams, response, request);
    else response.writeHead(404).end();
  });
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request, socket) => {
    sockets.add(socket);
    acceptSocket(request, socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (page) => `http://127.0.0.1:${port}/page/${pages.indexOf(page)}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
