// chromeProfile: sessions that start from a copy of a browser's profile, signed in where that is signed in. With your
// own Chrome it is `...chromeProfile('Default')`; here the profile is one that is made up, and none of yours is read.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromeProfile, NovaAct } from '@nova-act/core';
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

const userDataDir = await mkdtemp(join(tmpdir(), 'profile-'));

const asCustomer = withWorkflow(
  { workflowDefinitionName: 'shop', modelId: 'nova-act-latest' },
  async () => {
    // Once, on the profile itself. Its cookies are encrypted with the system's key, as those of your Chrome are.
    const itself = { userDataDir, cloneUserDataDir: false, systemKeychain: true };
    await NovaAct.use({ ...itself, startingPage }, (nova) => nova.act('Click Sign in'));
    // From then on, each on a copy that is deleted at its end: as many at a time as you like.
    const copy = chromeProfile('Default', { channel: 'chromium', userDataDir });
    return NovaAct.use({ ...copy, startingPage }, async (nova) => {
      const { parsed } = await nova.actGet('What is the Customer?');
      return parsed;
    });
  },
);

console.log(`the shop knows ${await asCustomer()}`);
await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
shop.close();
await service.stop();
