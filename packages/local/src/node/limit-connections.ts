import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { SetLimits } from './server-limits.js';

/** Connections beyond the limit that are accepted to be told of it. */
const toldOff = 100;

/** Node looks for requests that are late so often in the shortest of their times. */
const looksPerTime = 4;
const maxLookMs = 5_000;

/** How often a server with these limits looks for requests that are late: an option of `createServer`. */
export function lookEveryMs({ headersTimeoutMs }: SetLimits): number {
  return Math.min(maxLookMs, Math.ceil(headersTimeoutMs / looksPerTime));
}

/** Sets the limits of a server; gives back what tells whether a request came over a connection too many. */
export function limitConnections(
  server: Server,
  limits: SetLimits,
): (request: IncomingMessage) => boolean {
  const { maxConnections, headersTimeoutMs, requestTimeoutMs, idleTimeoutMs } = limits;
  // A request that trickles in, or a connection on which none comes, is answered 408 and closed.
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  server.keepAliveTimeout = idleTimeoutMs;
  server.maxConnections = maxConnections + toldOff;
  const surplus = new WeakSet<Socket>();
  let open = 0;
  server.on('connection', (socket) => {
    open += 1;
    socket.once('close', () => {
      open -= 1;
    });
    if (open <= maxConnections) return;
    surplus.add(socket);
    server.closeIdleConnections();
  });
  // Idle ones may have made room in between.
  return ({ socket }) => surplus.has(socket) && open > maxConnections;
}

/** Closes the connection of a client that does not take in its answer, which is held for it until then. */
export function cutSlowReader(response: ServerResponse, timeoutMs: number): void {
  response.once('prefinish', () => {
    if (response.writableFinished) return;
    const timer = setTimeout(() => response.destroy(), timeoutMs);
    response.once('close', () => clearTimeout(timer));
  });
}
