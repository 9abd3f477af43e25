import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const underWay = new WeakMap<Socket, Set<() => void>>();

/**
 * Does `work` once, when a response is over: sent, broken off, or without a connection to be sent over. The last is not
 * told by Node where it waits for its turn behind another one that the client has not waited for.
 */
export function whenOver(
  { socket }: IncomingMessage,
  response: ServerResponse,
  work: () => void,
): void {
  if (socket.closed) {
    work();
    return;
  }
  const works = worksOf(socket);
  const end = () => {
    if (works.delete(end)) work();
  };
  works.add(end);
  response.once('close', end);
}

/** One listener for a connection, however many requests wait on it. */
function worksOf(socket: Socket): Set<() => void> {
  const known = underWay.get(socket);
  if (known) return known;
  const works = new Set<() => void>();
  underWay.set(socket, works);
  socket.once('close', () => {
    for (const work of works) work();
  });
  return works;
}
