import type { IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Connections that were let through to a browser, which a test can cut. */
export class DevtoolsGate {
  readonly #open = new Set<Duplex>();
  /** How many were let through so far. */
  passed = 0;

  get open(): number {
    return this.#open.size;
  }

  /** Joins a WebSocket that a client asked for with the one of the browser at `url`, byte for byte. */
  join(request: IncomingMessage, client: Duplex, head: Buffer, url: string): void {
    const { hostname, port, pathname, host } = new URL(url);
    const browser: Socket = connect(Number(port), hostname);
    this.passed += 1;
    this.#open.add(client);
    const key = request.headers['sec-websocket-key'];
    browser.write(
      [
        `GET ${pathname} HTTP/1.1`,
        `Host: ${host}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${key}`,
        '\r\n',
      ].join('\r\n'),
    );
    browser.write(head);
    browser.pipe(client);
    client.pipe(browser);
    const end = () => {
      this.#open.delete(client);
      browser.destroy();
      client.destroy();
    };
    for (const side of [browser, client]) side.on('error', end).on('close', end);
  }

  /** Refuses the WebSocket with a status, as servers do. */
  refuse(client: Duplex, status: number): void {
    client.end(`HTTP/1.1 ${status} No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  }

  /** All connections break off, as when the network fails. */
  cut(): void {
    for (const client of this.#open) client.destroy();
  }
}
