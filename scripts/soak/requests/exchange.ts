import { connect, type Socket } from 'node:net';
import type { StrangeConnection } from './onslaught.js';

/** What came back over a connection until one of the sides closed it. */
export interface Exchange {
  /** Of the final answers, in their order. */
  statuses: number[];
  text: string;
}

/**
 * Sends bytes over a connection of their own, as `how` says. With `answers` it waits for so many, or until the service
 * closes the connection; without, it says that it has nothing more to say, and waits until the service closes it.
 */
export function exchange(
  url: string,
  bytes: Buffer,
  how: Pick<StrangeConnection, 'pieces' | 'cut' | 'reset'>,
  answers: number | undefined,
): Promise<Exchange> {
  return new Promise((resolve) => {
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    let text = '';
    const statuses = () =>
      [...text.matchAll(/HTTP\/1\.1 ([2-5]\d\d) /g)].map(([, status]) => Number(status));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (answers !== undefined && statuses().length >= answers) socket.destroy();
    });
    // What the service resets it has closed.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ statuses: statuses(), text }));
    socket.once('connect', () => void send(socket, bytes, how, answers));
  });
}

async function send(
  socket: Socket,
  bytes: Buffer,
  { pieces, cut, reset }: Pick<StrangeConnection, 'pieces' | 'cut' | 'reset'>,
  answers: number | undefined,
): Promise<void> {
  const sent = bytes.subarray(0, Math.floor(bytes.length * cut));
  const size = Math.max(1, Math.ceil(sent.length / pieces));
  for (let from = 0; from < sent.length && !socket.destroyed; from += size) {
    await new Promise<void>((resolve) => {
      socket.once('close', resolve);
      socket.write(sent.subarray(from, from + size), () => {
        socket.off('close', resolve);
        setImmediate(resolve);
      });
    });
  }
  if (cut < 1) {
    if (reset) socket.resetAndDestroy();
    else socket.destroy();
  } else if (answers === undefined) socket.end();
}
