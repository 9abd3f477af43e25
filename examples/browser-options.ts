// The browser that is opened for a session: its window, what it calls itself, its arguments, and the proxy that it
// goes through.
import { createServer } from 'node:http';
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

// A proxy that knows one site and asks who is there; yours passes requests on.
const proxy = createServer(({ url, headers }, response) => {
  if (headers['proxy-authorization'] === undefined) {
    response.writeHead(407, { 'proxy-authenticate': 'Basic realm="proxy"' }).end();
    return;
  }
  console.log(`through the proxy: ${url}`);
  response.setHeader('content-type', 'text/html');
  response.end(`<title>Lab</title><p>Browser: ${headers['user-agent']}</p>`);
});
await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
const address = proxy.address();
const server = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

// The service on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

const describeBrowser = withWorkflow(
  { workflowDefinitionName: 'lab', modelId: 'nova-act-latest' },
  () =>
    NovaAct.use(
      {
        startingPage: 'http://lab.example/',
        headless: true,
        // Of the window; the page in it is 87 pixels less high. The model is tuned for sizes near 1600 × 900.
        screen: { width: 1400, height: 850 },
        // Without it the browser's own, with a word that says it is Nova Act.
        userAgent: 'LabRobot/1.0 NovaAct',
        proxy: { server, username: 'lab', password: process.env['PROXY_PASSWORD'] ?? 'none' },
        // Such as a port of DevTools, to look at a browser without a window: --remote-debugging-port=9222.
        browserArgs: ['--mute-audio'],
        // For test systems, whose certificates nobody has signed.
        ignoreHttpsErrors: true,
        goToUrlTimeoutMs: 30_000,
      },
      async (nova) => {
        const width = await nova.page.evaluate(() => innerWidth);
        const { parsed } = await nova.actGet('What is the Browser?');
        return `${parsed}, ${width} pixels wide`;
      },
    ),
);

console.log(await describeBrowser());
proxy.closeAllConnections();
proxy.close();
await service.stop();
