/**
 * Whose sessions they are. A client that has a connection of its own (stdio, or HTTP with a session of MCP)
 * goes on in its browser without naming it. Requests that belong to no connection, as those of MCP from
 * 2026-07-28 on, share one owner, and name the browser that they mean.
 */
export class Owner {
  /** The session that a call is meant for which names none. */
  current: string | undefined;

  constructor(readonly isOneClient: boolean) {}
}
