import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const at = (top: number) =>
  `style="position:absolute;left:100px;top:${top}px;width:200px;height:40px"`;
/** What a model points with at the element that is so far down. */
export const box = (top: number) => `<box>${top},100,${top + 40},300</box>`;

const PAGE = `<!doctype html><title>Fares</title><body>
<a href="#logan" ${at(100)}>Boston Logan</a>
<label ${at(160)}>From <input style="width:100%;height:20px"></label>
<label ${at(220)}>Password <input type="password" style="width:100%;height:20px"></label>
<button ${at(300)} onclick="fetch('/broken?token=s3cr3t').then(() => console.error('no fares'))">Search</button>
<p ${at(400)}>${'Fare &amp; carrier, '.repeat(12)}</p></body>`;

/** A page to act upon whose search fails. */
export async function startTracedSite() {
  const server = createServer((request, response) => {
    if (request.url === '/') response.setHeader('content-type', 'text/html').end(PAGE);
    else response.writeHead(request.url?.startsWith('/broken') ? 500 : 404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
