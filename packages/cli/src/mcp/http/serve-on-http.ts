import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type NodeIncomingMessageLike, toNodeHandler } from '@modelcontextprotocol/node';
import {
  createMcpHandler,
  isLegacyRequest,
  localhostAllowedHostnames,
} from '@modelcontextprotocol/server';
import type { Clock } from '@nova-act/core/runtime';
import { createServer } from '../create-server.js';
import { Owner } from '../sessions/owner.js';
import type { ToolWorld } from '../tools/in-session.js';
import { Connections } from './connections.js';
import { requestGuard } from './guard-request.js';

export interface HttpOptions extends Omit<ToolWorld, 'owner'> {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Further names that it may be asked for by. */
  readonly allowedHosts: readonly string[];
  readonly token: string | undefined;
  readonly clock: Clock;
  readonly idleMs: number;
}

export interface HttpServing {
  readonly url: string;
  /** Ends all sessions, answers what is being asked, and lets go of the port. */
  stop(reason: Error): Promise<void>;
}

const PATH = '/mcp';

/** Serves clients over Streamable HTTP, of MCP before 2026-07-28 and since. @throws Node's error for a port */
export async function serveOnHttp(options: HttpOptions): Promise<HttpServing> {
  const { host, port, allowedHosts, token, clock, idleMs, ...world } = options;
  const bracketed = host.includes(':') ? `[${host}]` : host;
  const mayAsk = requestGuard({
    token,
    hostnames: [...localhostAllowedHostnames(), bracketed, ...allowedHosts],
  });
  const connections = new Connections({ world, clock, idleMs });
  const anyone = new Owner(false);
  const modern = createMcpHandler(() => createServer({ ...world, owner: anyone }), {
    legacy: 'reject',
    onerror: world.onError,
  });
  const fetch = async (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname !== PATH) return new Response(null, { status: 404 });
    return (await isLegacyRequest(request)) ? connections.fetch(request) : modern.fetch(request);
  };
  const answer = toNodeHandler({ fetch }, { onerror: world.onError });
  const server = createHttpServer((request, response) => {
    // Of a request that was received all that it asks for is there; Node's type is for answers too.
    if (mayAsk(request, response)) void answer(request as NodeIncomingMessageLike, response);
  });
  server.listen(port, host);
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${bracketed}:${bound}${PATH}`,
    async stop(reason) {
      const closed = once(server, 'close');
      server.close();
      await world.sessions.endAll(reason);
      await connections.close();
      await modern.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
