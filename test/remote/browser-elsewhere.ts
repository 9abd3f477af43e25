import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DevtoolsGate } from '../support/devtools-gate.js';
import { type SpawnedChromium, spawnChromium } from '../support/spawned-chromium.js';

/** A browser behind a server that lets in whom `admits` admits. */
export interface BrowserElsewhere extends AsyncDisposable {
  /** `ws://127.0.0.1:port` */
  readonly url: string;
  readonly gate: DevtoolsGate;
  readonly browser: SpawnedChromium;
  /** Who came, admitted or not. */
  readonly asked: IncomingMessage[];
}

export async function browserElsewhere(
  admits: (request: IncomingMessage) => boolean,
): Promise<BrowserElsewhere> {
  const browser = await spawnChromium();
  const gate = new DevtoolsGate();
  const asked: IncomingMessage[] = [];
  const server = createServer((_request, response) => response.writeHead(404).end());
  server.on('upgrade', (request, client, head) => {
    asked.push(request);
    if (admits(request)) gate.join(request, client, head, browser.url);
    else gate.refuse(client, 403);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    gate,
    browser,
    asked,
    async [Symbol.asyncDispose]() {
      gate.cut();
      server.closeAllConnections();
      server.close();
      await browser[Symbol.asyncDispose]();
    },
  };
}
