import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/**
 * The smallest WebSocket server that the pages need: short text frames. `/ws?tick=200` sends by
 * itself; to a message `ask 300` it answers after 300 ms.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */
export function acceptSocket(request: IncomingMessage, socket: Duplex): void {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}${guid}`).digest('base64');
  socket.write(
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      `Sec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  const send = (text: string) => {
    if (socket.writable) socket.write(Buffer.from([0x81, text.length, ...Buffer.from(text)]));
  };
  const timers: NodeJS.Timeout[] = [];
  const tickMs = Number(new URL(request.url ?? '/', 'http://gallery').searchParams.get('tick'));
  if (tickMs > 0) timers.push(setInterval(() => send('tick'), tickMs));
  socket.on('data', (frame: Buffer) => {
    const asked = readText(frame)?.match(/^ask (\d+)$/)?.[1];
    if (asked) timers.push(setTimeout(() => send('answer'), Number(asked)));
  });
  const end = () => {
    for (const timer of timers) clearTimeout(timer);
  };
  socket.on('close', end);
  socket.on('error', end);
}

/** The text of one masked frame of under 126 bytes; nothing for any other frame. */
function readText(frame: Buffer): string | undefined {
  const length = (frame[1] ?? 0) & 0x7f;
  if (frame[0] !== 0x81 || length > 125 || frame.length < 6 + length) return undefined;
  const mask = frame.subarray(2, 6);
  const text = frame.subarray(6, 6 + length).map((byte, at) => byte ^ (mask[at % 4] ?? 0));
  return Buffer.from(text).toString();
}
