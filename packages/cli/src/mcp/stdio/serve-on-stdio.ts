import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { createServer } from '../create-server.js';
import { Owner } from '../sessions/owner.js';
import type { Sessions } from '../sessions/sessions.js';
import type { ToolWorld } from '../tools/in-session.js';

export interface StdioOptions extends Omit<ToolWorld, 'owner'> {
  readonly sessions: Sessions;
  /** Ends the connection, as a client that goes does. */
  readonly signal: AbortSignal;
}

/** Tells when the connection is over, whoever ended it. */
class WatchedTransport extends StdioServerTransport {
  readonly over: Promise<void>;
  #tell = () => {};

  constructor() {
    super();
    this.over = new Promise((resolve) => {
      this.#tell = resolve;
    });
  }

  override async close(): Promise<void> {
    try {
      await super.close();
    } finally {
      this.#tell();
    }
  }
}

/**
 * Serves the client at the other end of standard input and output, until it goes or `signal` is aborted; its
 * sessions are ended before this resolves.
 */
export async function serveOnStdio({ signal, ...world }: StdioOptions): Promise<void> {
  const transport = new WatchedTransport();
  const owner = new Owner(true);
  const server = serveStdio(() => createServer({ ...world, owner }), {
    transport,
    onerror: world.onError,
  });
  const stop = () => void world.sessions.endAll(signal.reason).then(() => server.close());
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  await transport.over;
  signal.removeEventListener('abort', stop);
  await world.sessions.endAll(new Error('The client has gone.'));
}
