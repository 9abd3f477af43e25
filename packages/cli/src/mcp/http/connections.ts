import { randomUUID } from 'node:crypto';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server';
import type { Clock } from '@nova-act/core/runtime';
import { createServer } from '../create-server.js';
import { Owner } from '../sessions/owner.js';
import type { ToolWorld } from '../tools/in-session.js';

export interface ConnectionsOptions {
  readonly world: Omit<ToolWorld, 'owner'>;
  readonly clock: Clock;
  /** Milliseconds without a request after which a connection is forgotten; its browsers have ended by then. */
  readonly idleMs: number;
}

/** More than that are clients that do not say when they go. */
const MAX_CONNECTIONS = 200;

interface Connection {
  readonly transport: WebStandardStreamableHTTPServerTransport;
  readonly owner: Owner;
  forget: () => void;
}

/**
 * Clients of the revisions of MCP before 2026-07-28, which open a session of the protocol and name it in each
 * request. What a client had is ended when it says that it goes (`DELETE`).
 */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #all = new Map<string, Connection>();

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  async fetch(request: Request): Promise<Response> {
    const id = request.headers.get('mcp-session-id');
    const found = id === null ? undefined : this.#all.get(id);
    if (id !== null && !found) return refusal(404, -32001, 'Session not found');
    if (found) this.#keep(found);
    else if (this.#all.size >= MAX_CONNECTIONS) return refusal(503, -32000, 'Too many clients');
    const { transport } = found ?? (await this.#connect());
    return transport.handleRequest(request);
  }

  /** Closes all of them; their browsers are for `Sessions` to end. */
  async close(): Promise<void> {
    await Promise.all([...this.#all.values()].map(({ transport }) => transport.close()));
  }

  async #connect(): Promise<Connection> {
    const { world } = this.#options;
    const owner = new Owner(true);
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => {
        this.#all.set(id, connection);
        this.#keep(connection);
      },
    });
    const connection: Connection = { transport, owner, forget: () => {} };
    const server = createServer({ ...world, owner });
    await server.connect(transport);
    const { onclose } = transport;
    transport.onclose = () => {
      onclose?.();
      connection.forget();
      if (transport.sessionId !== undefined) this.#all.delete(transport.sessionId);
      void world.sessions.endAllOf(owner, new Error('The client has gone.'));
    };
    return connection;
  }

  #keep(connection: Connection): void {
    const { clock, idleMs } = this.#options;
    connection.forget();
    const end = () => {
      // A browser that is still used, by a call that takes long, is looked after by its own idle end.
      if (connection.owner.current === undefined) void connection.transport.close();
      else this.#keep(connection);
    };
    connection.forget = clock.after(idleMs, end, { keepsAlive: false });
  }
}

function refusal(status: number, code: number, message: string): Response {
  return Response.json({ jsonrpc: '2.0', error: { code, message }, id: null }, { status });
}
