// S3BrowserSession: signed in once, signed in from then on, on whichever machine the program runs. Encrypted by the
// bucket's default, or by a key of yours (kmsKeyId).
import { createServer } from 'node:http';
import { NovaAct, S3BrowserSession } from '@nova-act/core';
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

const browserSession = new S3BrowserSession({
  bucket: process.env['SESSION_BUCKET'] ?? 'my-sessions',
  key: 'nova-act/shop.json',
  // Enough for most logins; the default is local storage and databases, too.
  restore: ['cookies'],
});

const asCustomer = withWorkflow(
  { workflowDefinitionName: 'shop', modelId: 'nova-act-latest' },
  async () => {
    await NovaAct.use({ startingPage, browserSession }, (nova) => nova.act('Click Sign in'));
    return NovaAct.use({ startingPage, browserSession }, async (nova) => {
      const { parsed } = await nova.actGet('What is the Customer?');
      return parsed;
    });
  },
);

console.log(`the shop knows ${await asCustomer()}`);
shop.close();
await service.stop();
