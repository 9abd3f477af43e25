// LocalFileBrowserSession: signed in once, signed in from then on. The file signs its reader in: keep it as a
// password is kept. S3BrowserSession does the same for programs that run on different machines.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalFileBrowserSession, NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

// A shop that knows its customers by a cookie.
const shop = createServer(({ url, headers }, response) => {
  const known = headers.cookie?.includes('customer=ada');
  if (url === '/sign-in') response.setHeader('set-cookie', 'customer=ada; Max-Age=86400');
  response.setHeader('content-type', 'text/html');
  const page = `<p>Customer: ${known ? 'Ada' : 'nobody'}</p><a href="/sign-in">Sign in</a>`;
  response.end(url === '/sign-in' ? '<p>Welcome, Ada</p>' : page);
});
await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
const address = shop.address();
const startingPage = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;

// The service on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

const directory = await mkdtemp(join(tmpdir(), 'shop-'));
const browserSession = new LocalFileBrowserSession(join(directory, 'session.json'));

const asCustomer = withWorkflow(
  { workflowDefinitionName: 'shop', modelId: 'nova-act-latest' },
  async () => {
    await NovaAct.use({ startingPage, browserSession }, (nova) => nova.act('Click Sign in'));
    // Another browser, which has never seen the shop.
    return NovaAct.use({ startingPage, browserSession }, async (nova) => {
      const { parsed } = await nova.actGet('What is the Customer?');
      return parsed;
    });
  },
);

console.log(`the shop knows ${await asCustomer()}`);
await rm(directory, { recursive: true });
shop.close();
await service.stop();
