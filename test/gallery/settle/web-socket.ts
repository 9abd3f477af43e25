import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Script, say, ticking } from './live-routes.js';

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/**
 * The smallest WebSocket server that the pages need: text frames. `/ws?tick=200&text=beat` sends by
 * itself; to a message `ask 300` it answers after 300 ms, to `say [[300, "a"], …]` with that script.
 * With `bytes` all that it sends goes as binary frames.
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
  const query = new URL(request.url ?? '/', 'http://gallery').searchParams;
  const kind = query.has('bytes') ? 0x82 : 0x81;
  const send = (text: string) => {
    const bytes = Buffer.from(text);
    const long =
      bytes.length > 125 ? [126, bytes.length >> 8, bytes.length & 0xff] : [bytes.length];
    if (socket.writable) socket.write(Buffer.from([kind, ...long, ...bytes]));
  };
  const stops: (() => void)[] = [];
  const tickMs = Number(query.get('tick'));
  if (tickMs > 0) {
    const next = ticking(query.get('text') ?? 'tick');
    const timer = setInterval(() => send(next()), tickMs);
    stops.push(() => clearInterval(timer));
  }
  const take = (text: string) => {
    const [, verb, rest = ''] = text.match(/^(ask|say) (.*)$/) ?? [];
    if (verb === 'ask') stops.push(say([[Number(rest), 'answer']], send));
    if (verb === 'say') stops.push(say(JSON.parse(rest) as Script, send));
  };
  let bytes: Buffer = Buffer.alloc(0);
  socket.on('data', (more: Buffer) => {
    bytes = Buffer.concat([bytes, more]);
    for (let frame = firstFrame(bytes); frame; frame = firstFrame(bytes)) {
      bytes = bytes.subarray(frame.length);
      if (frame.text !== undefined) take(frame.text);
    }
  });
  const end = () => {
    for (const stop of stops) stop();
  };
  socket.on('close', end);
  socket.on('error', end);
}

/** The masked frame of under 64 KiB at the beginning of these bytes, once all of it is there. */
function firstFrame(bytes: Buffer): { length: number; text: string | undefined } | undefined {
  const short = (bytes[1] ?? 0) & 0x7f;
  const at = short === 126 ? 4 : 2;
  if (bytes.length < at + 4) return undefined;
  const length = at + 4 + (short === 126 ? bytes.readUInt16BE(2) : short);
  if (bytes.length < length) return undefined;
  const mask = bytes.subarray(at, at + 4);
  const plain = bytes.subarray(at + 4, length).map((byte, n) => byte ^ (mask[n % 4] ?? 0));
  return { length, text: bytes[0] === 0x81 ? Buffer.from(plain).toString() : undefined };
}
