import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from '../../packages/core/test/support/self-signed.js';

/** What `https://example.com` has besides the gym's pages. */
const PAGES: Record<string, string> = {
  '/': '<h1>Example</h1><a href="/pricing">Pricing</a> <a href="/imprint">Imprint</a>',
  '/pricing': '<h1>Pricing</h1><p>Plan Solo costs 9 dollars.</p>',
  '/imprint': '<h1>Imprint</h1><p>Example Ltd., Boston</p>',
  '/login': `<h1>Sign in</h1><form action="/orders">
<p><label>User <input name="user"></label></p>
<p><label>Password <input type="password" name="password"></label></p>
<button>Sign in</button></form>`,
  '/orders': `<h1>Orders</h1><table><tr><th>Order</th><th>Article</th><th>Status</th></tr>
<tr><td>A-17</td><td>Blue Lamp</td><td>shipped</td></tr>
<tr><td>A-18</td><td>Red Mug</td><td>open</td></tr></table>
<p class="account-balance">Balance: 120 dollars</p>`,
};
const ELSEWHERE: Record<string, string> = { '/flights': '/next-dot/search' };

/**
 * The web as programs of the documentation know it, without a network: the practice pages at
 * `https://nova.amazon.com/act/gym/` and at `https://example.com/`, which has a few of its own besides.
 * `browserArgs` leads a Chromium there.
 */
export async function serveSites(gymUrl: string) {
  const server = createServer(selfSigned, async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'https://example.com');
    const own = PAGES[pathname];
    const moved = ELSEWHERE[pathname];
    if (moved !== undefined) return response.writeHead(302, { location: moved }).end();
    if (own !== undefined) return response.setHeader('content-type', 'text/html').end(own);
    const path = pathname.replace(/^\/act\/gym/, '');
    const body = request.method === 'POST' ? await bodyOf(request) : null;
    const { cookie = '', 'content-type': type = '' } = request.headers;
    const answer = await fetch(`${gymUrl}${path}${search}`, {
      method: request.method ?? 'GET',
      headers: { cookie, 'content-type': type },
      body,
      redirect: 'manual',
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const rules = [`MAP * 127.0.0.1:${port}`, 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'].join(',');
  return {
    browserArgs: [`--host-resolver-rules=${rules}`, '--ignore-certificate-errors'],
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(chunks: AsyncIterable<Uint8Array>) {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read);
}
